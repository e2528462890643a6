import type { z } from 'zod';
import { isFinished } from '../../flow/flow-state.ts';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { addHistoryLine } from '../add-history-line.ts';
import { applyFlowEvent } from '../apply-flow-event.ts';
import { otherTicketChange } from '../link/tell-both.ts';
import { requireMayLink } from '../link/require-link.ts';
import { lockTickets, requireHandlerOrManager, type LockedTicket } from '../lock-ticket.ts';
import { notifyAbout } from '../notify-people.ts';
import { mergeTicketsInput } from './merge-input.ts';
import { subTicketMoved, tellParentOfMerge } from '../sub-ticket/tell-parent.ts';
import { moveAlong } from './move-along.ts';
import { requireNotMerged } from './require-not-merged.ts';

/** What the two histories call it. */
export interface MergeWords {
  ended: 'merged_into' | 'split_taken_back';
  grown: 'merged' | 'took_split_back';
}

/**
 * Merges a duplicate into another ticket: its notes and files are shown there, its links and sub-tickets go over, and it
 * ends with a pointer. For whoever may link both and handles or manages the duplicate. Returns the id of the ticket that
 * goes on. Throws ConflictError if either was merged before, or the other one is over.
 */
export async function mergeTickets(context: Context, input: z.input<typeof mergeTicketsInput>): Promise<string> {
  const { ticketId, intoTicketId } = parseInput(mergeTicketsInput, input);
  requireAgent(context.actor);
  if (ticketId === intoTicketId) {
    throw ValidationError.at('intoTicketId', 'same_ticket', {
      en: 'A ticket cannot be merged into itself. Choose another.',
      zh: '工单不能合并到自身，请另选。',
    });
  }
  return inTransaction(context, async (context) => {
    const [from, into] = await lockTickets(context, [ticketId, intoTicketId]);
    if (!from || !into) return intoTicketId;
    await requireMayLink(context, [from, into]);
    await requireNotMerged(context, ticketId);
    const own = from.state.tokens.find((token) => token.assigneeId === context.actor.agentId) ?? null;
    await requireHandlerOrManager(context, ticketId, own);
    if (isFinished(into.state)) {
      await requireNotMerged(context, intoTicketId);
      throw new ConflictError('target_finished', {
        en: `${into.ticket.number} is over. Choose a ticket that goes on.`,
        zh: `${into.ticket.number} 已结束，请选择进行中的工单。`,
      });
    }
    if (await isBelow(context, into.ticket.parentId, ticketId)) {
      throw new ConflictError('target_is_sub_ticket', {
        en: `${into.ticket.number} is a sub-ticket of this one. Merge it into this one instead.`,
        zh: `${into.ticket.number} 是本工单的子工单，请反向合并。`,
      });
    }
    await mergeLocked(context, from, into, { ended: 'merged_into', grown: 'merged' });
    return intoTicketId;
  });
}

/** Whether a ticket is that one or comes under it, through however many sub-tickets. */
async function isBelow(context: Context, ticketId: string | null, ofId: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let id = ticketId; id !== null && !seen.has(id);) {
    if (id === ofId) return true;
    seen.add(id);
    const row = await context.db.selectFrom('ticket').select('parentId').where('id', '=', id).executeTakeFirst();
    id = row?.parentId ?? null;
  }
  return false;
}

/** Merges two locked tickets; what may be merged has been checked, but for an earlier merge of the first. */
export async function mergeLocked(
  context: Context,
  from: LockedTicket,
  into: LockedTicket,
  words: MergeWords,
): Promise<void> {
  const [ticketId, intoId] = [from.ticket.id, into.ticket.id];
  await requireNotMerged(context, ticketId);
  // One instant for all that ends here, so that taking it back finds it again.
  const mergedAt = context.now();
  const inner: Context = { ...context, now: () => mergedAt };
  const actorId = context.actor.agentId;
  const pointer = { kind: words.ended, changes: [otherTicketChange(intoId, null)] };
  if (isFinished(from.state)) await addHistoryLine(inner, from.ticket, { ...pointer, actorId });
  else {
    const reason = into.ticket.number;
    await applyFlowEvent(inner, from.ticket, from.version, { type: 'cancel', reason }, pointer);
  }
  const moved = await moveAlong(inner, ticketId, intoId);
  await addHistoryLine(inner, into.ticket, {
    kind: words.grown,
    actorId,
    changes: [otherTicketChange(ticketId, null)],
  });
  const { parentId } = from.ticket;
  if (parentId && parentId !== intoId) {
    await tellParentOfMerge(inner, parentId, ticketId, subTicketMoved.merged, otherTicketChange(intoId, null));
  }
  const { tokens, joins } = from.state;
  await insertRows(inner, 'ticketMerge', [
    { id: newId(), ticketId, intoId, mergedById: actorId, mergedAt, undo: JSON.stringify({ tokens, joins, ...moved }) },
  ]);
  const handlers = tokens.flatMap(({ assigneeId }) => (assigneeId ? [assigneeId] : []));
  await notifyAbout(inner, from.ticket, {
    causeId: `${ticketId}:merged:${mergedAt.getTime()}`,
    kind: 'ticket.merged',
    agentIds: [from.ticket.creatorId, ...handlers],
    isActionable: false,
    params: { into: into.ticket.number },
  });
}
