import type { EffectOf, FlowEffect } from '../flow/flow-effect.ts';
import type { FlowState, Token } from '../flow/flow-state.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';

type Finished = EffectOf<'step_finished'>;

/** The ids of groups by key, for the keys that these tokens name. */
async function groupIdsOf(context: Context, tokens: readonly Token[]): Promise<Map<string, string>> {
  const keys = [...new Set(tokens.flatMap((token) => (token.candidateGroup ? [token.candidateGroup] : [])))];
  if (keys.length === 0) return new Map();
  const rows = await context.db.selectFrom('serviceGroup').select(['id', 'key']).where('key', 'in', keys).execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}

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
  const groupIds = await groupIdsOf(context, after.tokens);
  const groupIdOf = (token: Token): string | null =>
    token.candidateGroup ? (groupIds.get(token.candidateGroup) ?? null) : null;
  for (const token of after.tokens) {
    const earlier = before.tokens.find(({ id }) => id === token.id);
    if (earlier && JSON.stringify(earlier) === JSON.stringify(token)) continue;
    const facts = {
      assigneeId: assigneeOf(token),
      groupId: groupIdOf(token),
      acceptedAt: token.acceptedAt ? new Date(token.acceptedAt) : null,
    };
    await context.db
      .insertInto('ticketStep')
      .values({
        id: newId(),
        ticketId,
        tokenId: token.id,
        nodeId: token.nodeId,
        since: new Date(token.since),
        isActive: true,
        ...facts,
      })
      .onDuplicateKeyUpdate(facts)
      .execute();
  }
  const gone = before.tokens.filter((token) => !after.tokens.some(({ id }) => id === token.id));
  for (const token of gone) {
    const finished = effects.find(
      (effect): effect is Finished => effect.type === 'step_finished' && effect.tokenId === token.id,
    );
    await context.db
      .updateTable('ticketStep')
      .set({
        isActive: false,
        finishedAt: now,
        finishedById: finished?.agentId ?? null,
        outcome: finished?.outcome ?? 'withdrawn',
      })
      .where('ticketId', '=', ticketId)
      .where('tokenId', '=', token.id)
      .execute();
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
  if (people.length === 0) return;
  const since = context.now();
  await context.db
    .insertInto('ticketParticipant')
    .values(people.map((person) => ({ ticketId, ...person, since })))
    .ignore()
    .execute();
}
