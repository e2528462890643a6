import { FormDesigner } from '~/form/designer/form-designer.tsx';

export const handle = { i18n: ['form', 'condition', 'form-designer'] };

export default function FormPage() {
  return <FormDesigner />;
}
