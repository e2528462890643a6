import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { addHistoryLine } from '../add-history-line.ts';
import { notifyAbout } from '../notify-people.ts';
import { whoMaySee } from '../who-may-see.sql.ts';
import * as inputs from './checklist-input.ts';
import { itemOf, lockChecklist, wordsOf } from './lock-checklist.ts';

const most = 100;

/** Adds something to tick off at the end of an open ticket's checklist. Returns the ticket's id. */
export async function addChecklistItem(
  context: Context,
  input: z.input<typeof inputs.addChecklistItemInput>,
): Promise<string> {
  const { ticketId, text } = parseInput(inputs.addChecklistItemInput, input);
  const createdById = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { locked, items } = await lockChecklist(context, ticketId);
    if (items.length >= most) {
      throw new ConflictError('too_many_items', {
        en: `A checklist has at most ${most} items. Remove one first.`,
        zh: `每张工单最多 ${most} 个检查项，请先移除一些。`,
      });
    }
    const position = (items.at(-1)?.position ?? 0) + 1;
    const labels = JSON.stringify({ en: text, zh: text });
    await insertRows(context, 'checklistItem', [
      { id: newId(), ticketId, labels, position, createdById, createdAt: context.now() },
    ]);
    await addHistoryLine(context, locked.ticket, { kind: 'checklist_added', actorId: createdById, body: text });
    return ticketId;
  });
}

/** Ticks an item of an open ticket off, or takes the tick back. Returns the ticket's id. */
export async function tickChecklistItem(
  context: Context,
  input: z.input<typeof inputs.tickChecklistItemInput>,
): Promise<string> {
  const { ticketId, checklistItemId, isDone } = parseInput(inputs.tickChecklistItemInput, input);
  const agentId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { locked, items } = await lockChecklist(context, ticketId);
    const item = itemOf(items, checklistItemId);
    // Two people may tick the same: the first one did it.
    if ((item.doneAt !== null) === isDone) return ticketId;
    await context.db
      .updateTable('checklistItem')
      .set(isDone ? { doneAt: context.now(), doneById: agentId } : { doneAt: null, doneById: null })
      .where('id', '=', item.id)
      .execute();
    await addHistoryLine(context, locked.ticket, {
      kind: isDone ? 'checklist_ticked' : 'checklist_unticked',
      actorId: agentId,
      body: wordsOf(item, context.locale),
    });
    return ticketId;
  });
}

/** Says who is to do an item, who is told, or that anybody may. Returns the ticket's id. */
export async function assignChecklistItem(
  context: Context,
  input: z.input<typeof inputs.assignChecklistItemInput>,
): Promise<string> {
  const { ticketId, checklistItemId, assigneeId = null } = parseInput(inputs.assignChecklistItemInput, input);
  requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { locked, items } = await lockChecklist(context, ticketId);
    const item = itemOf(items, checklistItemId);
    if (assigneeId && (await whoMaySee(context, ticketId, [assigneeId])).length === 0) {
      throw ValidationError.at('assigneeId', 'cannot_see_ticket', {
        en: 'This person cannot see the ticket. Choose somebody who has a part in it.',
        zh: '此人无权查看本工单，请选择参与本工单的人。',
      });
    }
    await context.db.updateTable('checklistItem').set({ assigneeId }).where('id', '=', item.id).execute();
    const sequence = await addHistoryLine(context, locked.ticket, {
      kind: 'checklist_assigned',
      actorId: context.actor.agentId,
      body: wordsOf(item, context.locale),
    });
    await notifyAbout(context, locked.ticket, {
      causeId: `${ticketId}:${sequence}:checklist`,
      kind: 'ticket.checklist_assigned',
      agentIds: assigneeId ? [assigneeId] : [],
      isActionable: true,
      params: { body: wordsOf(item, context.locale) },
    });
    return ticketId;
  });
}

/** Moves an item to another place of the list. Returns the ticket's id. */
export async function moveChecklistItem(
  context: Context,
  input: z.input<typeof inputs.moveChecklistItemInput>,
): Promise<string> {
  const { ticketId, checklistItemId, index } = parseInput(inputs.moveChecklistItemInput, input);
  requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { items } = await lockChecklist(context, ticketId);
    const item = itemOf(items, checklistItemId);
    const order = items.filter((one) => one !== item);
    order.splice(index, 0, item);
    for (const [place, { id, position }] of order.entries()) {
      if (position === place + 1) continue;
      await context.db
        .updateTable('checklistItem')
        .set({ position: place + 1 })
        .where('id', '=', id)
        .execute();
    }
    return ticketId;
  });
}

/** Takes an item away that somebody added; what comes with a step stays. Returns the ticket's id. */
export async function removeChecklistItem(
  context: Context,
  input: z.input<typeof inputs.removeChecklistItemInput>,
): Promise<string> {
  const { ticketId, checklistItemId } = parseInput(inputs.removeChecklistItemInput, input);
  const actorId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { locked, items } = await lockChecklist(context, ticketId);
    const item = itemOf(items, checklistItemId);
    if (item.templateKey !== null) {
      throw new ConflictError('of_the_step', {
        en: 'This item comes with the step. It stays.',
        zh: '该检查项来自步骤模板，不能移除。',
      });
    }
    await context.db.deleteFrom('checklistItem').where('id', '=', item.id).execute();
    const body = wordsOf(item, context.locale);
    await addHistoryLine(context, locked.ticket, { kind: 'checklist_removed', actorId, body });
    return ticketId;
  });
}
