import type { Context } from '../../platform/context.ts';
import { loadClocks, type StoredClock } from '../../sla/clock/clock-store.ts';
import { managedAmong, ticketsInReach, type TicketRow } from '../ticket-access.ts';
import { readTimers, type StoredTimer } from '../timer/read-timers.ts';

/** What the acts of one transaction on a ticket would each read of it. */
export interface TicketAhead {
  /** As long as its history has not gone on. */
  ticket?: TicketRow | undefined;
  timers?: StoredTimer[] | undefined;
  clocks?: StoredClock[] | undefined;
  watcherIds?: string[] | undefined;
  /** Whether the caller may act on it in others' stead. */
  isManaged: boolean;
}

function byTicket<Row extends { ticketId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.ticketId);
    if (group) group.push(row);
    else groups.set(row.ticketId, [row]);
  }
  return groups;
}

/**
 * Locks those of the tickets that the caller may see, in the order of their ids, and reads what acts on them will need: a
 * statement for each kind of thing, however many tickets. Must run inside a transaction.
 */
export async function readAhead(context: Context, ticketIds: readonly string[]): Promise<Map<string, TicketAhead>> {
  if (ticketIds.length === 0) return new Map();
  const tickets = await context.db
    .selectFrom('ticket')
    .selectAll()
    .where('id', 'in', ticketIds)
    .where(await ticketsInReach(context, 'ticket.read'))
    .orderBy('id')
    .forUpdate()
    .execute();
  const ids = tickets.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const managed = await managedAmong(context, ids);
  const timers = byTicket(await readTimers(context, ids));
  const clocks = byTicket(await loadClocks(context, ids));
  const watching = await context.db
    .selectFrom('ticketWatcher')
    .select(['ticketId', 'agentId'])
    .where('ticketId', 'in', ids)
    .execute();
  const watchers = byTicket(watching);
  return new Map(
    tickets.map((ticket) => [
      ticket.id,
      {
        ticket,
        timers: timers.get(ticket.id) ?? [],
        clocks: clocks.get(ticket.id) ?? [],
        watcherIds: (watchers.get(ticket.id) ?? []).map(({ agentId }) => agentId),
        isManaged: managed.has(ticket.id),
      },
    ]),
  );
}
