import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { reachOf } from '../identity/reach.ts';
import type { Permission } from '../identity/permissions.ts';
import type { Context } from '../platform/context.ts';

export type CustomerRow = Selectable<DB['customer']>;

/**
 * The access rule of customers, as a condition on table `customer`: one's own and those of the people in scope,
 * those whom nobody owns, and whoever one is on the phone with or has a ticket of.
 */
export async function customersInReach(context: Context, permission: Permission): Promise<RawBuilder<boolean>> {
  const reach = await reachOf(context, permission);
  if (reach === 'all') return sql`TRUE`;
  if (reach.agentIds.length === 0) return sql`FALSE`;
  const people = sql.join(reach.agentIds);
  return sql`(customer.owner_id IS NULL OR customer.owner_id IN (${people})
    OR EXISTS (SELECT 1 FROM \`call\` WHERE \`call\`.customer_id = customer.id AND \`call\`.agent_id IN (${people}))
    OR EXISTS (SELECT 1 FROM ticket INNER JOIN ticket_participant ON ticket_participant.ticket_id = ticket.id
               WHERE ticket.customer_id = customer.id AND ticket_participant.agent_id IN (${people})))`;
}

export async function loadVisibleCustomers(context: Context, ids: readonly string[]): Promise<(CustomerRow | null)[]> {
  const inReach = await customersInReach(context, 'customer.read');
  const rows = await context.db.selectFrom('customer').selectAll().where('id', 'in', ids).where(inReach).execute();
  return inOrderOf(ids, rows);
}

/** Whose numbers the caller may see in full, as a condition on table `customer`. */
export async function customersRevealed(context: Context): Promise<RawBuilder<boolean>> {
  const reach = await reachOf(context, 'customer.reveal');
  if (reach === 'all') return sql`TRUE`;
  return reach.agentIds.length > 0 ? sql`customer.owner_id IN (${sql.join(reach.agentIds)})` : sql`FALSE`;
}

/** Whether the caller may see this customer's numbers in full. */
export async function mayReveal(context: Context, customer: { ownerId: string | null }): Promise<boolean> {
  const reach = await reachOf(context, 'customer.reveal');
  return reach === 'all' || (customer.ownerId !== null && reach.agentIds.includes(customer.ownerId));
}
