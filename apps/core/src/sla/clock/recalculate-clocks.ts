import { NoServiceTimeError } from '../../calendar/service-time.ts';
import type { Context } from '../../platform/context.ts';
import { recordEvent } from '../../platform/event/event.ts';
import { forgetKept } from '../../platform/keep-for-a-moment.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { foldClock } from './clock.ts';
import { loadClocks, type StoredClock } from './clock-store.ts';
import { keepMoves } from './keep-moves.ts';
import { policyOfTicket } from '../policy/hold-policy.ts';
import { loadCalendar, type LoadedCalendar } from '../../calendar/load-calendar.ts';
import { slaReasons } from './sla-reasons.ts';
import { moveClock } from './write-clock.ts';

const atOnce = 50;
const open = ['running', 'paused', 'breached'] as const;

/** A batch of tickets: how many clocks got another due time, and where to go on; null at the end. */
export interface Recalculation {
  moved: number;
  after: string | null;
}

/**
 * Reckons the clocks that run by a calendar again after it changed, a batch of tickets at a time, each with a line in the
 * ledger that says why. A repeat moves nothing. A clock that the calendar has no time for any more stays as it is.
 */
export async function recalculateClocks(
  context: Context,
  { calendarId, after }: { calendarId: string; after: string | null },
): Promise<Recalculation> {
  forgetKept(context);
  const found = await Promise.all(
    open.map((status) =>
      context.db
        .selectFrom('slaClock')
        .select('ticketId')
        .distinct()
        .where('calendarId', '=', calendarId)
        .where('status', '=', status)
        .where('ticketId', '>', after ?? '')
        .orderBy('ticketId')
        .limit(atOnce)
        .execute(),
    ),
  );
  const ticketIds = [...new Set(found.flat().map(({ ticketId }) => ticketId))].toSorted().slice(0, atOnce);
  let moved = 0;
  for (const ticketId of ticketIds) moved += await recalculateTicket(context, ticketId);
  return { moved, after: ticketIds.length < atOnce ? null : (ticketIds.at(-1) ?? null) };
}

async function recalculateTicket(context: Context, ticketId: string): Promise<number> {
  return inTransaction(context, async (context) => {
    const ticket = await context.db
      .selectFrom('ticket')
      .selectAll()
      .where('id', '=', ticketId)
      .forUpdate()
      .executeTakeFirst();
    if (!ticket) return 0;
    const { definition } = await loadVersion(context, ticket.versionId);
    const policy = policyOfTicket(definition.sla, ticket);
    const calendar = await loadCalendar(context, policy.calendar);
    const before = await loadClocks(context, [ticketId]);
    const clocks = before.map((clock) => moved(clock, calendar, context.now()));
    const count = await keepMoves(context, ticketId, policy, calendar, before, clocks);
    if (count === 0) return 0;
    await recordEvent(context, {
      kind: 'ticket.sla_moved',
      subjectType: 'ticket',
      subjectId: ticketId,
      payload: { sequence: ticket.sequence, status: ticket.status },
    });
    return count;
  });
}

/** The clock with a line more, if the calendar gives it another due time or another rest. */
function moved<C extends StoredClock>(clock: C, calendar: LoadedCalendar, now: Date): C {
  const state = foldClock(clock.entries);
  if (!state) return clock;
  try {
    const entry = moveClock(clock.entries, now, state.targetSeconds, calendar.definition, slaReasons.calendar);
    if (entry?.type !== 'moved') return clock;
    const isSame =
      state.status === 'paused'
        ? entry.remainingSeconds === state.remainingSeconds
        : entry.dueAt?.getTime() === state.dueAt?.getTime();
    return isSame ? clock : { ...clock, entries: [...clock.entries, entry] };
  } catch (error) {
    if (error instanceof NoServiceTimeError) return clock;
    throw error;
  }
}
