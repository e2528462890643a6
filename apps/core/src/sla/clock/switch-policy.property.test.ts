import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { serviceSecondsBetween } from '../../calendar/service-time.ts';
import { initialState, type FlowState } from '../../flow/flow-state.ts';
import type { TicketTypeDefinition } from '../../ticket-type/ticket-type-definition.ts';
import { blankDefinition } from '../../ticket-type/draft/blank-definition.ts';
import { choosePolicy, policyKinds, policyOf, policyValues, type HeldPolicy } from '../policy/hold-policy.ts';
import type { SlaPolicy } from '../policy/sla-policy.ts';
import { advanceClocks } from './advance-clocks.ts';
import { elapsedSeconds, foldClock, instantAt } from './clock.ts';
import type { StoredClock } from './clock-store.ts';
import { causeOfSwitch } from './keep-clocks.ts';
import { ledgerSegments } from './ledger-segments.ts';

const hours: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  regular: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  holidays: [],
  special: [],
};
const always: CalendarDefinition = {
  ...hours,
  regular: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
};
const calendars = new Map(
  [
    ['hours', hours],
    ['always', always],
  ].map(([id, definition]) => [
    id as string,
    { id: id as string, name: '', definition: definition as CalendarDefinition },
  ]),
);

const base = blankDefinition({ key: 'k', name: { en: 'K', zh: 'K' }, prefix: 'K' }, 'desk', 'hours');
const [standard] = base.sla.policies as [SlaPolicy];
const tight = { firstResponseSeconds: 1800, completionSeconds: 7200 };
const definition: TicketTypeDefinition = {
  ...base,
  sla: {
    policies: [
      {
        ...standard,
        key: 'vip',
        name: { en: 'VIP', zh: '贵宾' },
        when: { field: 'customer.level', op: 'equals', value: 'gold' },
        calendar: 'always',
        targets: { low: tight, normal: tight, high: tight, urgent: tight },
        pausesIn: [],
      },
      {
        ...standard,
        key: 'quiet',
        when: { field: 'description', op: 'contains', value: 'no hurry' },
        targets: { low: {}, normal: {}, high: {}, urgent: { completionSeconds: 36_000 } },
      },
      standard,
    ],
  },
};
const kinds = policyKinds(definition.form, definition.sla);

const step = fc.record({
  minutes: fc.integer({ min: 1, max: 900 }),
  level: fc.constantFrom('gold', 'standard'),
  description: fc.constantFrom('no hurry', 'leaks'),
  urgency: fc.constantFrom('normal' as const, 'urgent' as const),
  status: fc.constantFrom('in_progress' as const, 'suspended' as const),
});

it('keeps every ledger whole through changes of policy, urgency and status', () => {
  const began = new Date('2026-05-04T01:00:00Z');
  let switches = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let [now, made] = [began, 0];
      let before: FlowState = initialState();
      let held: HeldPolicy | null = null;
      let clocks: StoredClock[] = [];
      for (const [index, { minutes, level, description, urgency, status }] of steps.entries()) {
        if (index > 0) now = new Date(now.getTime() + minutes * 60_000);
        const after: FlowState = { ...before, revision: index + 1, urgency, status, answers: { description } };
        const next = choosePolicy(definition.sla, policyValues(after, { 'customer.level': level }), kinds);
        const switched = causeOfSwitch(held, next, before, after);
        const policy = policyOf(definition.sla, next);
        const calendar = calendars.get(policy.calendar);
        if (!calendar) throw new Error(policy.calendar);
        const known = new Map(clocks.map((clock) => [clock.id, clock.entries.length]));
        const happened = { now, definition, policy, calendar, switched, before, after, effects: [] };
        clocks = advanceClocks({ ...happened, clocks, makeId: () => `c${(made += 1)}` });
        for (const clock of clocks) {
          const state = foldClock(clock.entries);
          const isOpen = state?.status === 'running' || state?.status === 'paused';
          if (!isOpen) continue;
          expect(clock.calendarId).toBe(policy.calendar);
          if (switched === null) continue;
          switches += 1;
          // The line that the switch wrote names the policy and what made it hold.
          const added = clock.entries.slice(known.get(clock.id) ?? 0);
          expect(added.some(({ reason }) => reason.code === 'policy' && reason.text.en.includes(policy.name.en))).toBe(
            true,
          );
          expect(state.status).toBe(policy.pausesIn.some((one) => one === status) ? 'paused' : 'running');
        }
        [before, held] = [after, next];
      }
      const end = new Date(now.getTime() + 3_600_000);
      for (const clock of clocks) {
        const calendar = calendars.get(clock.calendarId)?.definition ?? hours;
        const segments = ledgerSegments(clock.entries, calendar, began, end);
        const length = segments.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
        expect(length).toBe(end.getTime() - began.getTime());
        const service = segments
          .filter(({ kind }) => kind === 'service')
          .reduce((sum, { from, to }) => sum + serviceSecondsBetween(calendar, from, to), 0);
        expect(service).toBe(elapsedSeconds(clock.entries, calendar, end));
        const state = foldClock(clock.entries);
        if (state?.status === 'running')
          expect(state.dueAt).toEqual(instantAt(clock.entries, calendar, state.targetSeconds));
        if (state?.status === 'paused')
          expect(state.remainingSeconds).toBe(state.targetSeconds - elapsedSeconds(clock.entries, calendar, now));
      }
      // Never two clocks for one promise.
      expect(new Set(clocks.map(({ key }) => key)).size).toBe(clocks.length);
    }),
    { numRuns: 300 },
  );
  expect(switches).toBeGreaterThan(50);
});
