import { z } from 'zod';
import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { enumOf } from '../../graphql/zod-input.ts';
import type { Context } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { Ticket } from '../../ticket/ticket.graphql.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { nodeOf } from '../../flow/flow-graph.ts';
import { elapsedSeconds, foldClock } from './clock.ts';
import { loadClocks, type StoredClock } from './clock-store.ts';
import { explainDue } from './explain-due.ts';
import { ledgerSegments, type LedgerSegment } from './ledger-segments.ts';
import { policyOfTicket } from '../policy/hold-policy.ts';
import { loadCalendarById } from '../../calendar/load-calendar.ts';
import { nextInstants, type SlaInstant } from './next-instants.ts';
import { CLOCK_KINDS, type SlaPolicy } from '../policy/sla-policy.ts';

export const ClockKindType = enumOf('SlaClockKind', z.enum(CLOCK_KINDS));
const SegmentKindType = enumOf(
  'SlaSegmentKind',
  z.enum(['not_started', 'service', 'outside_service', 'paused', 'finished']),
);
const InstantKindType = enumOf('SlaInstantKind', z.enum(['reminder', 'breach', 'escalation']));

interface ShownClock extends StoredClock {
  nodeName: LocalizedText | null;
  calendar: CalendarDefinition;
  policy: SlaPolicy;
  ticket: TicketRow;
  now: Date;
}

const Segment = builder.objectRef<LedgerSegment>('SlaSegment').implement({
  description: 'A stretch of the ticket’s life with the reason that it belongs to; together they are all of it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SegmentKindType }),
    from: t.expose('from', { type: 'DateTime' }),
    to: t.expose('to', { type: 'DateTime' }),
    seconds: t.int({ resolve: (segment) => Math.round((segment.to.getTime() - segment.from.getTime()) / 1000) }),
    reason: t.field({ type: LocalizedTextType, nullable: true, resolve: (segment) => segment.reason?.text ?? null }),
  }),
});

const Instant = builder.objectRef<SlaInstant & { clock: StoredClock['kind'] }>('SlaInstant').implement({
  description: 'What a clock will do next if nothing changes.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.expose('kind', { type: InstantKindType }),
    clock: t.expose('clock', { type: ClockKindType }),
    to: t.stringList({ description: 'handler, group_leader or manager.', resolve: (instant) => instant.to }),
  }),
});

const SlaClock = builder.objectRef<ShownClock>('SlaClock').implement({
  description: 'One promise: first response, a step, or completion.',
  fields: (t) => ({
    key: t.exposeString('key'),
    kind: t.expose('kind', { type: ClockKindType }),
    nodeName: t.expose('nodeName', { type: LocalizedTextType, nullable: true }),
    status: t.string({
      description: 'running, paused, met, met_late or cancelled.',
      resolve: (clock) => foldClock(clock.entries)?.status ?? 'running',
    }),
    isBreached: t.boolean({ resolve: (clock) => foldClock(clock.entries)?.isBreached ?? false }),
    targetSeconds: t.int({
      description: 'In seconds of service time.',
      resolve: (clock) => foldClock(clock.entries)?.targetSeconds ?? 0,
    }),
    elapsedSeconds: t.int({
      description: 'Seconds of service time that it has run.',
      resolve: (clock) => Math.round(elapsedSeconds(clock.entries, clock.calendar, clock.now)),
    }),
    startedAt: t.field({ type: 'DateTime', resolve: (clock) => clock.entries[0]?.at ?? clock.now }),
    dueAt: t.field({ type: 'DateTime', nullable: true, resolve: (clock) => foldClock(clock.entries)?.dueAt ?? null }),
    originalDueAt: t.field({
      type: 'DateTime',
      description: 'What was promised at the start, before extensions, pauses and changes.',
      resolve: (clock) => foldClock(clock.entries)?.originalDueAt ?? clock.now,
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: (clock) => foldClock(clock.entries)?.finishedAt ?? null,
    }),
    explanation: t.field({
      type: LocalizedTextType,
      nullable: true,
      description: 'Why the due time is what it is.',
      resolve: (clock) => explainDue(clock.entries, clock.calendar),
    }),
    ledger: t.field({
      type: [Segment],
      resolve: (clock) =>
        ledgerSegments(clock.entries, clock.calendar, clock.ticket.createdAt, clock.ticket.completedAt ?? clock.now),
    }),
  }),
});

async function shownClocks(ticket: TicketRow, context: Context): Promise<ShownClock[]> {
  if (ticket.status === 'draft') return [];
  const { definition } = await loadVersion(context, ticket.versionId);
  const clocks = await loadClocks(context, [ticket.id]);
  const calendarIds = [...new Set(clocks.map(({ calendarId }) => calendarId))];
  const calendars = await Promise.all(calendarIds.map((id) => loadCalendarById(context, id)));
  return clocks.flatMap((clock) => {
    const calendar = calendars.find(({ id }) => id === clock.calendarId);
    const nodeName = clock.nodeId ? (nodeOf(definition.flow, clock.nodeId)?.name ?? null) : null;
    const policy = policyOfTicket(definition.sla, ticket);
    return calendar ? [{ ...clock, nodeName, calendar: calendar.definition, policy, ticket, now: context.now() }] : [];
  });
}

builder.objectField(Ticket, 'clocks', (t) =>
  t.field({ type: [SlaClock], resolve: (ticket, _args, context) => shownClocks(ticket, context) }),
);

builder.objectField(Ticket, 'upcoming', (t) =>
  t.field({
    type: [Instant],
    description: 'The next things that the clocks will do, soonest first.',
    args: { first: t.arg.int({ defaultValue: 3 }) },
    resolve: async (ticket, { first }, context) =>
      (await shownClocks(ticket, context))
        .flatMap((clock) =>
          nextInstants(clock.entries, clock.policy, clock.calendar).map((instant) => ({
            ...instant,
            clock: clock.kind,
          })),
        )
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .slice(0, Math.min(first ?? 3, 20)),
  }),
);
