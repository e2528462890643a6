/* The form designer takes this place. */
import { useDraft } from './draft-context.tsx';

export default function FormPage() {
  return <pre>{JSON.stringify(useDraft().definition.form, null, 2)}</pre>;
}
