import type { z } from 'zod';
import type { FlowState } from '../../flow/flow-state.ts';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError, NotPermittedError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { addHistoryLine } from '../add-history-line.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { otherTicketChange } from '../link/tell-both.ts';
import { lockTicket, type LockedTicket } from '../lock-ticket.ts';
import { tellParentOfMerge, subTicketMoved } from '../sub-ticket/tell-parent.ts';
import { lookAgain } from '../sub-ticket/wake-waiting.ts';
import { mayManage } from '../ticket-access.ts';
import { undoMergeInput, undoUntil } from './merge-input.ts';
import { movedSchema, moveBack } from './move-along.ts';

/** Throws ConflictError once the time to take something back is over. */
export function requireInTime(at: Date, now: Date): void {
  if (now <= undoUntil(at)) return;
  throw new ConflictError('undo_over', {
    en: 'The time to undo this is over.',
    zh: '撤销时限已过。',
  });
}

/**
 * Takes a merge back: the merged ticket is where it was, with its steps, clocks, timers, links and sub-tickets, and both
 * histories say so. For who merged it, and who manages the merged ticket. Returns the merged ticket's id.
 */
export async function undoMerge(context: Context, input: z.input<typeof undoMergeInput>): Promise<string> {
  const { ticketId } = parseInput(undoMergeInput, input);
  const undoneById = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const merge = await context.db
      .selectFrom('ticketMerge')
      .selectAll()
      .where('ticketId', '=', ticketId)
      .where('undoneAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!merge) throw new NotFoundError('merge');
    if (merge.mergedById !== undoneById && !(await mayManage(context, ticketId))) {
      throw new NotPermittedError('ticket.manage');
    }
    requireInTime(merge.mergedAt, context.now());
    // Whoever merged may have lost sight of the other ticket; it gets its line all the same.
    const into = await context.db
      .selectFrom('ticket')
      .select(['id', 'sequence', 'status'])
      .where('id', '=', merge.intoId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await bringBack(context, locked, merge.mergedAt, merge.undo as Pick<FlowState, 'tokens' | 'joins'>, merge.intoId);
    await moveBack(context, ticketId, merge.intoId, movedSchema.parse(merge.undo));
    await addHistoryLine(context, into, {
      kind: 'merge_undone',
      actorId: undoneById,
      changes: [otherTicketChange(ticketId, null, true)],
    });
    await context.db
      .updateTable('ticketMerge')
      .set({ undoneAt: context.now(), undoneById })
      .where('id', '=', merge.id)
      .execute();
    const { parentId } = locked.ticket;
    if (parentId && parentId !== merge.intoId) {
      const other = otherTicketChange(merge.intoId, null, true);
      await tellParentOfMerge(context, parentId, ticketId, subTicketMoved.back, other);
    }
    // Its own sub-tickets may have ended meanwhile.
    await lookAgain(context, [ticketId]);
    return ticketId;
  });
}

/** Puts the flow back to where the merge ended it; one that was over before only gets its line. */
async function bringBack(
  context: Context,
  { ticket, version }: LockedTicket,
  mergedAt: Date,
  { tokens, joins }: Pick<FlowState, 'tokens' | 'joins'>,
  intoId: string,
): Promise<void> {
  const telling = { kind: 'merge_undone', changes: [otherTicketChange(intoId, null, true)] };
  if (tokens.length === 0) {
    await addHistoryLine(context, ticket, { ...telling, actorId: context.actor.agentId });
    return;
  }
  await context.db
    .updateTable('ticketTimer')
    .set({ settledAt: null, outcome: null })
    .where('ticketId', '=', ticket.id)
    .where('outcome', '=', 'stopped')
    .where('settledAt', '=', mergedAt)
    .execute();
  await applyFlowEvent(context, ticket, version, { type: 'reopen', tokens, joins }, telling);
  await context.db
    .updateTable('ticketStep')
    .set({ isActive: true, finishedAt: null, finishedById: null, outcome: null })
    .where('ticketId', '=', ticket.id)
    .where(
      'tokenId',
      'in',
      tokens.map(({ id }) => id),
    )
    .execute();
}
