import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import type { DB } from '@handoff/prisma';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import type { Context } from '../../platform/context.ts';
import { mayManage, ticketsInReach } from '../ticket-access.ts';

/** A request, and whether the step that it is for is still open. */
export type ExtensionRow = Selectable<DB['extensionRequest']> & { isStepOpen: boolean };

/** Whether the step of a request is open, as a condition on table `extension_request`. */
export const stepIsOpen: RawBuilder<SqlBool> = sql`EXISTS (SELECT 1 FROM ticket_step
  WHERE ticket_step.ticket_id = extension_request.ticket_id AND ticket_step.token_id = extension_request.token_id
    AND ticket_step.is_active = 1)`;

/** The requests of tickets that the caller may see. */
export async function loadVisibleExtensions(
  context: Context,
  ids: readonly string[],
): Promise<(ExtensionRow | null)[]> {
  const rows = await context.db
    .selectFrom('extensionRequest')
    .innerJoin('ticket', 'ticket.id', 'extensionRequest.ticketId')
    .selectAll('extensionRequest')
    .select(stepIsOpen.as('isStepOpen'))
    .where('extensionRequest.id', 'in', ids)
    .where(await ticketsInReach(context, 'ticket.read'))
    .execute();
  return inOrderOf(
    ids,
    rows.map((row) => ({ ...row, isStepOpen: Boolean(row.isStepOpen) })),
  );
}

/** Whether the caller decides on a request: its approver, or whoever manages the ticket, but never who asked. */
export async function mayDecide(
  context: Context,
  request: Pick<ExtensionRow, 'ticketId' | 'askedById' | 'approverId'>,
): Promise<boolean> {
  const { agentId } = context.actor;
  if (!agentId || agentId === request.askedById) return false;
  return agentId === request.approverId || mayManage(context, request.ticketId);
}
