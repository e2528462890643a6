import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Cause, Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/transaction.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import { enqueueWake } from '../../ticket/timer/enqueue-wake.ts';
import { nextFireAt, setTimers, settleTimers, type TimerInput } from '../../ticket/timer/write-timers.ts';
import type { Happening } from './happening.ts';
import { activeTriggers, type LoadedTrigger } from './load-triggers.ts';
import { leaveForTriggers } from './offer-to-triggers.ts';
import { runTrigger } from './run-trigger.ts';
import { isOfTime, runsFor, timerOf } from './start-trigger-timers.ts';
import { timerKey, timerPayload } from './trigger-timer.ts';

/** From when a trigger counts after an event, or null where the event does not matter to it. */
function baseAfter({ definition }: LoadedTrigger, { events }: Happening, at: Date): Date | null {
  const { since } = definition.on;
  if (since === 'updated' || events.includes('created')) return at;
  return since !== 'created' && events.includes(since) ? at : null;
}

/** Sets timers of a ticket whose lock the caller holds, and wakes its workflow if it would sleep too long. */
async function write(context: Context, ticketId: string, timers: readonly TimerInput[]): Promise<void> {
  const before = await nextFireAt(context, ticketId);
  await setTimers(context, ticketId, timers);
  const after = await nextFireAt(context, ticketId);
  if (after && (!before || after < before)) await enqueueWake(context, ticketId, after);
}

/** Sets the timers that count from an event; those of a ticket that is over end. */
export async function setTriggerTimers(
  context: Context,
  triggers: readonly LoadedTrigger[],
  happening: Happening,
  event: { ticketId: string; at: Date },
): Promise<void> {
  const chain = happening.depth > 0 ? { depth: happening.depth, rootId: happening.rootId } : { depth: 0 };
  const ofTime = triggers.filter(isOfTime);
  const counting = ofTime.flatMap((trigger) => {
    const base = baseAfter(trigger, happening, event.at);
    return base ? [{ trigger, base }] : [];
  });
  if (ofTime.length === 0) return;
  await inTransaction(context, async (context) => {
    const ticket = await context.db
      .selectFrom('ticket')
      .select(['id', 'versionId', 'isActive', 'slaPolicy'])
      .where('id', '=', event.ticketId)
      .forUpdate()
      .executeTakeFirst();
    if (!ticket) return;
    const over = ofTime.filter((trigger) => !runsFor(trigger, ticket));
    await settleTimers(
      context,
      ticket.id,
      over.map(({ id }) => timerKey(id)),
      'stopped',
    );
    const timers = counting.filter(({ trigger }) => runsFor(trigger, ticket));
    const made = await Promise.all(timers.map(({ trigger, base }) => timerOf(context, trigger, ticket, base, chain)));
    // An event that is looked at late must not take back what a later one has set.
    const set = await context.db
      .selectFrom('ticketTimer')
      .select(['key', 'payload'])
      .where('ticketId', '=', ticket.id)
      .where('kind', '=', 'trigger')
      .execute();
    const baseOf = new Map(set.map((timer) => [timer.key, timerPayload.parse(timer.payload).base]));
    await write(
      context,
      ticket.id,
      made.filter(({ key, payload: next }) => (baseOf.get(key) ?? '') < String(next.base)),
    );
  });
}

/** From when a trigger's timer counts: of one since the last change, that change, since the timer is not set anew with each. */
async function startOf(context: Context, trigger: LoadedTrigger, timer: Selectable<DB['ticketTimer']>) {
  const { triggerId: _triggerId, base, ...chain } = timerPayload.parse(timer.payload);
  const set = { base: new Date(base), chain };
  if (trigger.definition.on.since !== 'updated') return set;
  const last = await context.db
    .selectFrom('ticketEvent')
    .select(['id', 'at', 'cause'])
    .where('ticketId', '=', timer.ticketId)
    // Whatever else stands in the history has set the timer itself.
    .where('input', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last || last.at <= set.base) return set;
  const { depth = 0, rootId = last.id } = (last.cause ?? {}) as Partial<Cause>;
  return { base: last.at, chain: depth > 0 ? { depth, rootId } : { depth: 0 } };
}

/** Fires a trigger whose time has come, in a transaction that holds the ticket's lock: it answers once to each time. */
export async function fireTimeTrigger(
  context: Context,
  ticket: TicketRow,
  timer: Selectable<DB['ticketTimer']>,
): Promise<void> {
  const { triggerId } = timerPayload.parse(timer.payload);
  await settleTimers(context, ticket.id, [timer.key], 'fired');
  const trigger = (await activeTriggers(context)).find(({ id }) => id === triggerId);
  if (!trigger || !isOfTime(trigger) || !runsFor(trigger, ticket)) return;
  // The trigger may count longer by now than when the timer was set, or from later.
  const { base, chain } = await startOf(context, trigger, timer);
  const due = await timerOf(context, trigger, ticket, base, chain);
  if (due.fireAt > context.now()) return write(context, ticket.id, [due]);
  const causeId = `time:${ticket.id}:${base.toISOString()}`;
  await runTrigger(
    context,
    trigger,
    {
      causeId,
      events: ['time_since'],
      actorId: null,
      depth: chain.depth,
      rootId: chain.rootId ?? causeId,
      changes: [],
      moved: null,
      comment: null,
      clock: null,
      exported: null,
    },
    ticket,
  );
}

const batchSize = 200;

/** Sets a trigger's timers on some of the open tickets that are there, and leaves the rest in the outbox. */
export async function armTickets(
  context: Context,
  { triggerId, version, after }: { triggerId: string; version: number; after: string },
): Promise<void> {
  await inTransaction(context, async (context) => {
    const trigger = (await activeTriggers(context)).find(({ id }) => id === triggerId);
    // Changed since: that change has left work of its own.
    if (!trigger || trigger.version !== version || !isOfTime(trigger)) return;
    let query = context.db
      .selectFrom('ticket')
      .select(['id', 'versionId', 'isActive', 'slaPolicy', 'createdAt'])
      .where('id', '>', after)
      .where('isActive', '=', true)
      .orderBy('id')
      .limit(batchSize)
      .forUpdate();
    if (trigger.typeId) query = query.where('typeId', '=', trigger.typeId);
    const tickets = await query.execute();
    for (const ticket of tickets) {
      const base = ticket.createdAt < trigger.activeSince ? trigger.activeSince : ticket.createdAt;
      await write(context, ticket.id, [await timerOf(context, trigger, ticket, base, { depth: 0 })]);
    }
    const last = tickets.at(-1);
    if (tickets.length < batchSize || !last) return;
    await leaveForTriggers(context, triggerId, { kind: 'arm', triggerId, version, after: last.id });
  });
}
