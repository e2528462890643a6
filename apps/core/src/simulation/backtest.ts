import { sql } from 'kysely';
import { requirePermission } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { ticketsInReach, type TicketRow } from '../ticket/ticket-access.ts';
import { groundSimulation, requireSound } from './ground-simulation.ts';
import { loadPastEvents, retrace } from './past-run.ts';
import { replayTicket, type Replay } from './replay-ticket.ts';

export interface BacktestResult extends Replay {
  ticket: TicketRow;
}

export interface BacktestBatch {
  results: BacktestResult[];
  /** Where to go on; null when there are no older tickets. */
  endCursor: string | null;
}

export const mostBacktested = 50;
/** A batch ends here with what it has, so that no request is long. */
const longestMs = 5_000;

/**
 * Replays past tickets of the draft's type, newest first, that the caller may see: a batch at a time, so that the caller
 * decides how far back. Nothing is written. Throws NotPermittedError, ValidationError that names the definition's faults.
 */
export async function backtest(
  context: Context,
  draft: { typeId: string | null; definition: unknown },
  { first, after }: { first: number; after: string | null },
): Promise<BacktestBatch> {
  requirePermission(context.actor, 'ticket_type.manage');
  if (!draft.typeId) return { results: [], endCursor: null };
  const ground = await groundSimulation(context, requireSound(draft.definition));
  const tickets = await context.db
    .selectFrom('ticket')
    .selectAll()
    .where('typeId', '=', draft.typeId)
    .where('isActive', '=', false)
    .where('status', 'in', ['completed', 'cancelled'])
    .where(await ticketsInReach(context, 'ticket.read'))
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy(sql`ticket.id`, 'desc')
    .limit(Math.min(Math.max(first, 1), mostBacktested))
    .execute();
  const events = await loadPastEvents(
    context,
    tickets.map(({ id }) => id),
  );
  const until = performance.now() + longestMs;
  const results: BacktestResult[] = [];
  for (const ticket of tickets) {
    const { definition } = await loadVersion(context, ticket.versionId);
    const past = retrace(definition, events.get(ticket.id) ?? []);
    results.push({ ticket, ...(await replayTicket(ground, past)) });
    if (performance.now() > until) break;
  }
  const isWhole = results.length < first && results.length === tickets.length;
  return { results, endCursor: isWhole ? null : (results.at(-1)?.ticket.id ?? null) };
}
