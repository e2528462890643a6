import { FlowDesigner } from '~/flow/designer/flow-designer.tsx';

/** The way that tickets of this type take. */
export default function FlowPage() {
  return <FlowDesigner />;
}
