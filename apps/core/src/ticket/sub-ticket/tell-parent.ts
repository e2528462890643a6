import type { Context } from '../../platform/context.ts';
import { addHistoryLine } from '../add-history-line.ts';
import type { FieldChange } from '../append-event.ts';

/** Who made a sub-ticket, or which node of the parent's flow. */
export interface ToldBy {
  actorId: string | null;
  nodeId: string | null;
}

export const subTicketCreated = 'sub_ticket_created';
const field = 'subTicket';

/** The id of the sub-ticket that an event's changes speak of. */
export const subTicketIn = (changes: readonly FieldChange[]): string | null => {
  const made = changes.find((change) => change.field === field)?.to;
  return typeof made === 'string' ? made : null;
};

/** What a merge of a sub-ticket makes of it, for the parent. */
export const subTicketMoved = { merged: 'sub_ticket_merged', back: 'sub_ticket_back' } as const;

const lockParent = (context: Context, parentId: string) =>
  context.db
    .selectFrom('ticket')
    .select(['id', 'sequence', 'status'])
    .where('id', '=', parentId)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** Writes into the parent's history that its sub-ticket was merged into another ticket, or is its own again. */
export async function tellParentOfMerge(
  context: Context,
  parentId: string,
  childId: string,
  kind: (typeof subTicketMoved)[keyof typeof subTicketMoved],
  other: FieldChange,
): Promise<void> {
  const changes = [{ field, from: null, to: childId }, other];
  await addHistoryLine(context, await lockParent(context, parentId), { kind, actorId: context.actor.agentId, changes });
}

/** Writes into the parent's history that a sub-ticket was made. Runs in the transaction that makes it. */
export async function tellParent(context: Context, parentId: string, childId: string, by: ToldBy): Promise<void> {
  const parent = await lockParent(context, parentId);
  const changes = [{ field, from: null, to: childId }];
  await addHistoryLine(context, parent, { kind: subTicketCreated, ...by, changes });
}
