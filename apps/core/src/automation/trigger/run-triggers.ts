import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import type { FieldChange } from '../../ticket/append-event.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import { answersTo } from './evaluate-trigger.ts';
import { eventsOf, type Happening } from './happening.ts';
import { triggersFor, type LoadedTrigger } from './load-triggers.ts';
import { triggerWork } from './offer-to-triggers.ts';
import { runTrigger, type Run } from './run-trigger.ts';
import { armTickets, setTriggerTimers } from './time-triggers.ts';

/** Where a worker says what administrators should see. */
export interface Log {
  warn: (facts: object, text: string) => void;
}

async function inTurn(
  context: Context,
  triggers: readonly LoadedTrigger[],
  happening: Happening,
  ticketId: string | null,
  log: Log,
): Promise<Run[]> {
  const runs: Run[] = [];
  for (const trigger of triggers) {
    if (!answersTo(trigger.definition.on, happening)) continue;
    const run = await inTransaction(context, async (context) => {
      const ticket = ticketId ? await lockedRow(context, ticketId) : null;
      return ticket === undefined ? null : runTrigger(context, trigger, happening, ticket);
    });
    if (!run) continue;
    runs.push(run);
    if (run.outcome === 'stopped') {
      log.warn(
        { triggerId: trigger.id, ticketId, depth: happening.depth },
        'triggers set each other off; this one stopped',
      );
    }
  }
  return runs;
}

const lockedRow = (context: Context, ticketId: string): Promise<TicketRow | undefined> =>
  context.db.selectFrom('ticket').selectAll().where('id', '=', ticketId).forUpdate().executeTakeFirst();

async function onEvent(
  context: Context,
  work: { eventId: string; depth: number; rootId: string; moved: Happening['moved'] },
  log: Log,
): Promise<Run[]> {
  const event = await context.db
    .selectFrom('ticketEvent')
    .innerJoin('ticket', 'ticket.id', 'ticketEvent.ticketId')
    .select([
      'ticketEvent.id',
      'ticketEvent.ticketId',
      'ticketEvent.kind',
      'ticketEvent.actorId',
      'ticketEvent.body',
      'ticketEvent.changes',
      'ticketEvent.trace',
      'ticketEvent.at',
      'ticket.typeId',
    ])
    .where('ticketEvent.id', '=', work.eventId)
    .executeTakeFirst();
  if (!event) return [];
  const changes = event.changes as FieldChange[];
  const trace = event.trace as { clock?: unknown } | null;
  const happening: Happening = {
    causeId: event.id,
    events: eventsOf(event.kind, changes, work.moved),
    actorId: event.actorId,
    depth: work.depth,
    rootId: work.rootId,
    changes,
    moved: work.moved,
    comment: event.body,
    clock: typeof trace?.clock === 'string' ? trace.clock : null,
    exported: null,
  };
  const triggers = await triggersFor(context, event.typeId, event.at);
  const runs = await inTurn(context, triggers, happening, event.ticketId, log);
  await setTriggerTimers(context, triggers, happening, event);
  return runs;
}

async function onExport(
  context: Context,
  work: { jobId: string; list: string; count: number },
  log: Log,
): Promise<Run[]> {
  const job = await context.db.selectFrom('job').select('createdById').where('id', '=', work.jobId).executeTakeFirst();
  const happening: Happening = {
    causeId: work.jobId,
    events: ['exported'],
    actorId: job?.createdById ?? null,
    depth: 0,
    rootId: work.jobId,
    changes: [],
    moved: null,
    comment: null,
    clock: null,
    exported: { list: work.list, count: work.count },
  };
  return inTurn(context, await triggersFor(context, null, context.now()), happening, null, log);
}

/**
 * Lets every active trigger answer to what the outbox says has happened, one after the other in their order, each on
 * what those before it have left. May be repeated: a trigger answers once. Returns what was written down.
 */
export async function runTriggers(context: Context, payload: unknown, log: Log): Promise<Run[]> {
  const work = triggerWork.parse(payload);
  if (work.kind === 'event') return onEvent(context, work, log);
  if (work.kind === 'export') return onExport(context, work, log);
  await armTickets(context, work);
  return [];
}
