import { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { idOf } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { removeDraft } from './draft/discard-ticket-type-draft.ts';

export const deleteTicketTypeInput = z.object({
  typeId: idOf('TicketType'),
  confirmedTickets: z.int().min(0).meta({
    description: 'How many tickets the type has, as the person who deletes it was told and has confirmed.',
  }),
});

/** How many tickets a type has, people's unsent drafts with them, and how many are not over. */
export interface TicketCount {
  total: number;
  open: number;
}

export async function countTicketsOf(context: Context, typeId: string): Promise<TicketCount> {
  const rows = await context.db
    .selectFrom('ticket')
    .select((eb) => ['isActive', eb.fn.countAll<number>().as('count')])
    .where('typeId', '=', typeId)
    .groupBy('isActive')
    .execute();
  const of = (isActive: boolean): number => rows.find((row) => row.isActive === isActive)?.count ?? 0;
  return { open: of(true), total: of(true) + of(false) };
}

/**
 * Deletes a disabled type without open tickets: nobody can make, design or publish it any more. Its finished tickets,
 * versions and history stay as they are, and its key stays taken. Returns its id. Throws NotFoundError, ConflictError
 * while it is enabled, has open tickets, or has another number of tickets than was confirmed.
 */
export async function deleteTicketType(
  context: Context,
  input: z.input<typeof deleteTicketTypeInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { typeId, confirmedTickets } = parseInput(deleteTicketTypeInput, input);
  return inTransaction(context, async (context) => {
    const type = await context.db
      .selectFrom('ticketType')
      .select(['id', 'isActive', 'version'])
      .where('id', '=', typeId)
      .where('deletedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!type) throw new NotFoundError('ticket type');
    if (type.isActive) throw stillEnabled();
    const count = await countTicketsOf(context, typeId);
    if (count.open > 0) throw stillOpen(count.open);
    if (count.total !== confirmedTickets) throw otherNumber(count.total);
    const draft = await context.db
      .selectFrom('ticketTypeDraft')
      .select('id')
      .where('typeId', '=', typeId)
      .forUpdate()
      .executeTakeFirst();
    if (draft) await removeDraft(context, draft.id);
    const now = context.now();
    await context.db
      .updateTable('ticketType')
      .set({ deletedAt: now, version: type.version + 1, updatedAt: now })
      .where('id', '=', typeId)
      .execute();
    const subject = { subjectType: 'ticket_type', subjectId: typeId };
    await recordAudit(context, { action: 'ticket_type.deleted', ...subject, changes: { tickets: count.total } });
    await recordEvent(context, { kind: 'ticket_type.deleted', ...subject });
    return typeId;
  });
}

const stillEnabled = () =>
  new ConflictError('not_disabled', {
    en: 'This ticket type is enabled. Disable it first, so that no new tickets come while you delete it.',
    zh: '该工单类型仍为启用状态，请先停用，以免删除期间产生新工单。',
  });

const stillOpen = (open: number) =>
  new ConflictError(
    'open_tickets',
    {
      en: `${open} tickets of this type are not over. Complete or cancel them first.`,
      zh: `该类型还有 ${open} 张工单未结束，请先完结或取消。`,
    },
    { open },
  );

const otherNumber = (total: number) =>
  new ConflictError(
    'other_number',
    {
      en: `This type has ${total} tickets, not the number that was confirmed. Look again, and type ${total} to delete it.`,
      zh: `该类型有 ${total} 张工单，与确认的数字不符。请核对后输入 ${total} 再删除。`,
    },
    { total },
  );
