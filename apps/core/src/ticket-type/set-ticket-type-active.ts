import { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';
import { idOf } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';

export const setTicketTypeActiveInput = z.object({ typeId: idOf('TicketType'), isActive: z.boolean() });

/** Disables a ticket type (no new tickets; running ones finish) or enables it again. Throws NotFoundError. */
export async function setTicketTypeActive(
  context: Context,
  input: z.input<typeof setTicketTypeActiveInput>,
): Promise<string> {
  requirePermission(context.actor, 'ticket_type.manage');
  const { typeId, isActive } = parseInput(setTicketTypeActiveInput, input);
  return inTransaction(context, async (context) => {
    const result = await context.db
      .updateTable('ticketType')
      .set((eb) => ({ isActive, version: eb('version', '+', 1), updatedAt: context.now() }))
      .where('id', '=', typeId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) throw new NotFoundError('ticket type');
    const action = isActive ? 'ticket_type.enabled' : 'ticket_type.disabled';
    await recordAudit(context, { action, subjectType: 'ticket_type', subjectId: typeId });
    return typeId;
  });
}
