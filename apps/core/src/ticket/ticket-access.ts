import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { may } from '../identity/actor.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { Permission } from '../identity/permissions.ts';
import { reachOf } from '../identity/reach.ts';
import { remember, type Context } from '../platform/context.ts';

export type TicketRow = Selectable<DB['ticket']>;

/**
 * The access rule of tickets, as a condition on table `ticket`: those in which somebody in scope has a part, and those
 * offered to a group of theirs. A draft is its author's alone.
 */
export async function ticketsInReach(context: Context, permission: Permission): Promise<RawBuilder<boolean>> {
  const reach = await reachOf(context, permission);
  const { agentId } = context.actor;
  const isVisible = sql`(ticket.status <> 'draft' OR ticket.creator_id = ${agentId})`;
  if (reach === 'all') return context.actor.kind === 'system' ? sql`TRUE` : sql`${isVisible}`;
  if (reach.agentIds.length === 0) return sql`FALSE`;
  const groups = reach.groupIds.length
    ? sql`OR ticket.id IN (SELECT ticket_step.ticket_id FROM ticket_step
    WHERE ticket_step.group_id IN (${sql.join(reach.groupIds)}) AND ticket_step.is_active = 1)`
    : sql``;
  return sql`(${isVisible} AND (ticket.id IN (SELECT ticket_participant.ticket_id FROM ticket_participant
    WHERE ticket_participant.agent_id IN (${sql.join(reach.agentIds)})) ${groups}))`;
}

export async function loadVisibleTickets(context: Context, ids: readonly string[]): Promise<(TicketRow | null)[]> {
  const inReach = await ticketsInReach(context, 'ticket.read');
  const rows = await context.db.selectFrom('ticket').selectAll().where('id', 'in', ids).where(inReach).execute();
  return inOrderOf(ids, rows);
}

/** Those among tickets that the caller may see on which they may act in others' stead; one statement at the most. */
export async function managedAmong(context: Context, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0 || !may(context.actor, 'ticket.manage')) return new Set();
  if ((await reachOf(context, 'ticket.manage')) === 'all') return new Set(ticketIds);
  const inReach = await ticketsInReach(context, 'ticket.manage');
  const rows = await context.db.selectFrom('ticket').select('id').where('id', 'in', ticketIds).where(inReach).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether the caller may act on this ticket in others' stead: reassign, suspend, resume, cancel. */
export async function mayManage(context: Context, ticketId: string): Promise<boolean> {
  if (!may(context.actor, 'ticket.manage')) return false;
  const ahead = context.bulk?.get(ticketId);
  if (ahead) return ahead.isManaged;
  return remember(context, `manages:${ticketId}`, async () => (await managedAmong(context, [ticketId])).has(ticketId));
}
