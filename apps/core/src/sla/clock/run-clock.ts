import type { Context } from '../../platform/context.ts';
import { recordEvent } from '../../platform/event/event.ts';
import { appendEvent } from '../../ticket/append-event.ts';
import { openTimers, writeTimers } from '../../ticket/timer/keep-timers.ts';
import { channelsNamed } from '../../notifier/channels-named.ts';
import { notifyAbout } from '../../ticket/notify-people.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import type { FlowState } from '../../flow/flow-state.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';
import { addEntry, loadClocks } from './clock-store.ts';
import { findAudience } from '../policy/find-audience.ts';
import { summarise, timeClocks } from './keep-clocks.ts';
import { policyOfTicket } from '../policy/hold-policy.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { entryOf } from './instant-entry.ts';
import { nextInstants } from './next-instants.ts';

const toldAs = { reminder: 'sla_reminded', breach: 'sla_breached', escalation: 'sla_escalated' } as const;

/**
 * Does what a clock had to do by now: writes the lines into its ledger and the ticket's history, tells whom the policy
 * names, and sets its timer to what comes next. Runs in a transaction that holds the ticket's lock.
 */
export async function runClock(
  context: Context,
  ticket: TicketRow,
  definition: TicketTypeDefinition,
  clockId: string,
): Promise<void> {
  const policy = policyOfTicket(definition.sla, ticket);
  const calendar = await loadCalendar(context, policy.calendar);
  const clocks = await loadClocks(context, [ticket.id]);
  let clock = clocks.find(({ id }) => id === clockId);
  if (!clock) return;
  const now = context.now();
  let { sequence } = ticket;
  for (const instant of nextInstants(clock.entries, policy, calendar.definition)) {
    if (instant.at > now) break;
    clock = await addEntry(context, ticket.id, clock, entryOf(clock, instant));
    sequence += 1;
    const kind = toldAs[instant.kind];
    // After more time was granted, or under another policy, the same reminder comes once more.
    const round = clock.entries.filter(({ type }) => type === 'moved').length;
    await appendEvent(context, ticket.id, sequence, {
      kind,
      actorId: null,
      nodeId: clock.nodeId,
      trace: { policy: policy.key, clock: clock.kind, key: instant.key, dueAt: instant.at.toISOString() },
    });
    await notifyAbout(context, ticket, {
      causeId: `${clock.id}:${instant.kind}:${instant.key}${round > 0 ? `:${round}` : ''}`,
      kind: `ticket.${kind}`,
      agentIds: await findAudience(context, ticket.flowState as FlowState, instant.to),
      isActionable: true,
      channelIds: channelsNamed(instant.channelIds),
      params: { clock: clock.kind, at: instant.at.toISOString(), urgency: ticket.urgency },
    });
    await recordEvent(context, {
      kind: `ticket.${kind}`,
      subjectType: 'ticket',
      subjectId: ticket.id,
      payload: { sequence, status: ticket.status },
    });
  }
  const timers = await openTimers(context, { id: ticket.id, isNew: false });
  timeClocks(timers, [clock], policy, calendar);
  await writeTimers(context, timers);
  const summary = summarise(clocks.map((one) => (one.id === clockId && clock ? clock : one)));
  await context.db
    .updateTable('ticket')
    .set({ ...summary, sequence, updatedAt: now })
    .where('id', '=', ticket.id)
    .execute();
}
