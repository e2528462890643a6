import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import type { CallRow } from './call-access.ts';

const kindOf = (before: CallRow | null, { status }: CallRow): string => {
  if (status !== 'in_call') return status;
  return before?.status === 'held' ? 'resumed' : 'answered';
};

/** Tells a call's agent, and the one whom it left and how, what became of it. Tells nothing if nothing changed. */
export async function tellOfCall(
  context: Context,
  before: CallRow | null,
  call: CallRow,
  outcome: string,
): Promise<void> {
  const tell = (kind: string, agentId: string | null, how: string | null = null) =>
    recordEvent(context, {
      kind: `call.${kind}`,
      subjectType: 'call',
      subjectId: call.id,
      agentId,
      payload: { status: call.status, groupId: call.groupId, outcome: how },
    });
  const hasMoved = before !== null && before.agentId !== call.agentId;
  if (hasMoved && before.agentId) await tell('left', before.agentId, outcome);
  if (before?.status !== call.status || hasMoved) await tell(kindOf(before, call), call.agentId, call.endReason);
  if (before && before.isRecorded !== call.isRecorded) await tell('recording', call.agentId);
  if (before && before.isMuted !== call.isMuted) await tell(call.isMuted ? 'muted' : 'unmuted', call.agentId);
}
