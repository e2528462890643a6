import { addServiceTime } from '../../calendar/service-time.ts';
import type { Context } from '../../platform/context.ts';
import { policyOfTicket } from '../../sla/policy/hold-policy.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import { startTimer, type TimerBook } from '../../ticket/timer/keep-timers.ts';
import type { TimerInput } from '../../ticket/timer/write-timers.ts';
import { isForType, keptTriggers, type LoadedTrigger } from './load-triggers.ts';
import { timerKey, type Chain } from './trigger-timer.ts';

export const isOfTime = ({ event }: { event: string }): boolean => event === 'time_since';

/** What a trigger's timer depends on. */
export type DueTicket = Pick<TicketRow, 'id' | 'versionId' | 'isActive' | 'slaPolicy'>;

/** Whether time still runs for a trigger on a ticket: once that is over, only from when it ended. */
export const runsFor = ({ definition }: LoadedTrigger, { isActive }: Pick<DueTicket, 'isActive'>): boolean =>
  isActive || definition.on.since === 'status_changed';

/** The timer by which a trigger counts on a ticket from `base`, or from when it was switched on. */
export async function timerOf(
  context: Context,
  trigger: LoadedTrigger,
  ticket: DueTicket,
  base: Date,
  chain: Chain,
): Promise<TimerInput> {
  const { clock, seconds } = trigger.definition.on;
  const start = base < trigger.activeSince ? trigger.activeSince : base;
  const { definition } = await loadVersion(context, ticket.versionId);
  const fireAt =
    clock === 'service'
      ? addServiceTime(
          (await loadCalendar(context, policyOfTicket(definition.sla, ticket).calendar)).definition,
          start,
          seconds,
        )
      : new Date(start.getTime() + seconds * 1_000);
  return {
    key: timerKey(trigger.id),
    kind: 'trigger',
    fireAt,
    payload: { triggerId: trigger.id, base: base.toISOString(), ...chain },
  };
}

/**
 * Sets the timers of all triggers that count on a new ticket, in the transaction that makes it, so that no worker has to look
 * at it for them. One that was changed a moment ago is put right by what its change has left in the outbox.
 */
export async function startTriggerTimers(
  context: Context,
  book: TimerBook,
  ticket: DueTicket & Pick<TicketRow, 'typeId'>,
  eventId: string,
): Promise<void> {
  const now = context.now();
  const { depth = 0, rootId = eventId } = context.cause ?? {};
  const chain = depth > 0 ? { depth, rootId } : { depth: 0 };
  for (const trigger of await keptTriggers(context)) {
    if (!isOfTime(trigger) || !isForType(trigger, ticket.typeId) || !runsFor(trigger, ticket)) continue;
    startTimer(book, await timerOf(context, trigger, ticket, now, chain));
  }
}
