/* The flow designer takes this place. */
import { FlowPicture } from '~/flow/flow-picture.tsx';
import { useDraft } from './draft-context.tsx';

export default function FlowPage() {
  return <FlowPicture flow={useDraft().definition.flow} />;
}
