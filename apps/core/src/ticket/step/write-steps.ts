import type { EffectOf, FlowEffect } from '../../flow/flow-effect.ts';
import type { FlowState, Token } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import { groupIdsByKey } from '../../identity/service-group/group-ids.ts';
import { newId } from '../../platform/id.ts';
import { insertSoon, insertTogether, writeSoon } from '../../platform/insert-rows.sql.ts';

type Finished = EffectOf<'step_finished'>;

/** Whose step it is in the lists: its assignee, or the only one whose approval it waits for. */
const assigneeOf = (token: Token): string | null =>
  token.assigneeId ?? (token.candidateGroup === null ? (token.candidateIds[0] ?? null) : null);

/** Makes the rows of the steps follow the tokens: new ones, changed ones, finished ones. */
export async function writeSteps(
  context: Context,
  ticketId: string,
  before: FlowState,
  after: FlowState,
  effects: readonly FlowEffect[],
): Promise<{ handlerId: string | null; groupId: string | null; nodeId: string | null }> {
  const now = context.now();
  const groupIds = after.tokens.some((token) => token.candidateGroup) ? await groupIdsByKey(context) : null;
  const groupIdOf = (token: Token): string | null =>
    token.candidateGroup ? (groupIds?.get(token.candidateGroup) ?? null) : null;
  const isAsBefore = (token: Token): boolean => {
    const earlier = before.tokens.find(({ id }) => id === token.id);
    return earlier !== undefined && JSON.stringify(earlier) === JSON.stringify(token);
  };
  const rows = after.tokens
    .filter((token) => !isAsBefore(token))
    .map((token) => ({
      id: newId(),
      ticketId,
      tokenId: token.id,
      nodeId: token.nodeId,
      since: new Date(token.since),
      isActive: true,
      assigneeId: assigneeOf(token),
      groupId: groupIdOf(token),
      acceptedAt: token.acceptedAt ? new Date(token.acceptedAt) : null,
    }));
  await insertSoon(context, 'ticketStep', rows, ['assigneeId', 'groupId', 'acceptedAt']);
  const gone = before.tokens.filter((token) => !after.tokens.some(({ id }) => id === token.id));
  for (const token of gone) {
    const finished = effects.find(
      (effect): effect is Finished => effect.type === 'step_finished' && effect.tokenId === token.id,
    );
    const step = context.db.updateTable('ticketStep').set({
      isActive: false,
      finishedAt: now,
      finishedById: finished?.agentId ?? null,
      outcome: finished?.outcome ?? 'withdrawn',
    });
    await writeSoon(context, step.where('ticketId', '=', ticketId).where('tokenId', '=', token.id));
  }
  const current =
    after.tokens.find((token) => assigneeOf(token) !== null || token.candidateGroup !== null) ?? after.tokens[0];
  return {
    handlerId: current ? assigneeOf(current) : null,
    groupId: current ? groupIdOf(current) : null,
    nodeId: current?.nodeId ?? null,
  };
}

/** Somebody's part in a ticket; `candidate` and `copied` see it without being its handler. */
export interface Participation {
  agentId: string;
  role: 'creator' | 'handler' | 'copied' | 'commenter' | 'candidate';
}

/** Remembers who has had a part in the ticket. */
export async function writeParticipants(
  context: Context,
  ticketId: string,
  people: readonly Participation[],
): Promise<void> {
  const since = context.now();
  const rows = people.map((person) => ({ ticketId, ...person, since }));
  await insertTogether(context, 'ticketParticipant', rows, 'ignore');
}
