import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { serviceSecondsBetween } from '../../calendar/service-time.ts';
import { elapsedSeconds, foldClock } from './clock.ts';
import { explainDue } from './explain-due.ts';
import { ledgerSegments } from './ledger-segments.ts';
import { nextInstants } from './next-instants.ts';
import type { SlaEntry } from './sla-entry.ts';
import type { SlaPolicy } from '../policy/sla-policy.ts';
import { extendClock, finishClock, moveClock, pauseClock, resumeClock, startClock } from './write-clock.ts';

const calendar: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  regular: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
    { days: [1, 2, 3, 4, 5], from: '13:00', to: '18:00' },
  ],
  holidays: [],
  special: [],
};

const because = { code: 'test', text: { en: 'waiting for a part', zh: '等待配件' } };
const local = (time: string) => new Date(`2026-05-04T${time}:00+08:00`);
const target = { firstResponseSeconds: 7200 };

const policy: SlaPolicy = {
  key: 'standard',
  name: { en: 'Standard', zh: '标准' },
  calendar: 'company',
  targets: { low: target, normal: target, high: target, urgent: target },
  pausesIn: ['suspended'],
  reminders: [{ key: 'soon', clock: 'first_response', at: { beforeSeconds: 1800 }, to: ['handler'] }],
  escalations: [
    {
      key: 'manager',
      clock: 'first_response',
      afterSeconds: 600,
      to: ['manager'],
      repeat: { everySeconds: 3600, times: 1 },
    },
  ],
};

const started = (time = '09:31') => startClock('first_response', 'c1', local(time), 7200, calendar, because);

function ledger(first: SlaEntry, ...steps: ((entries: SlaEntry[]) => SlaEntry | null)[]): SlaEntry[] {
  return steps.reduce(
    (entries, step) => {
      const next = step(entries);
      return next ? [...entries, next] : entries;
    },
    [first],
  );
}

describe('a clock', () => {
  it('moves its due time by a pause and says why', () => {
    const entries = ledger(
      started('09:05'),
      (so) => pauseClock(so, local('10:00'), calendar, because),
      (so) => resumeClock(so, local('10:26'), calendar, because),
    );
    expect(foldClock(entries)).toMatchObject({
      status: 'running',
      dueAt: local('11:31'),
      originalDueAt: local('11:05'),
    });
    expect(explainDue(entries, calendar)).toEqual({
      en: 'due 11:31: 2 h of service time from 09:05, paused 26 min',
      zh: '11:31 到期:自 09:05 起 2 小时服务时间,其间暂停26 分钟',
    });
  });

  it('stands still while paused', () => {
    const entries = ledger(started(), (so) => pauseClock(so, local('10:00'), calendar, because));
    expect(foldClock(entries)).toMatchObject({ status: 'paused', dueAt: null, remainingSeconds: 7200 - 29 * 60 });
    expect(nextInstants(entries, policy, calendar)).toEqual([]);
    expect(explainDue(entries, calendar)?.en).toBe('paused with 1 h 31 min of 2 h left: waiting for a part');
  });

  it('lists what it will do, in service time and in order', () => {
    expect(nextInstants([started('10:30')], policy, calendar).map(({ at, key }) => [key, at])).toEqual([
      ['soon', local('12:00')],
      ['breach', local('13:30')],
      ['manager', local('13:40')],
      ['manager:1', local('14:40')],
    ]);
  });

  it('says over which channels a rung goes, where the policy does', () => {
    const named = { ...policy, escalations: policy.escalations.map((one) => ({ ...one, channelIds: ['robot'] })) };
    const channels = nextInstants([started('10:30')], named, calendar).map(({ channelIds }) => channelIds);
    expect(channels).toEqual([undefined, undefined, ['robot'], ['robot']]);
  });

  it('tells of a breach whom the policy names for this clock, else the handler', () => {
    const breachOf = (atBreach: SlaPolicy['atBreach']) =>
      nextInstants([started()], { ...policy, atBreach }, calendar).find(({ kind }) => kind === 'breach');
    const notice = { to: ['manager' as const], channelIds: ['robot'] };
    expect(breachOf({ first_response: notice })).toMatchObject(notice);
    expect(breachOf({ completion: notice })).toMatchObject({ to: ['handler'] });
    expect(breachOf({ completion: notice })?.channelIds).toBeUndefined();
  });

  it('does not repeat what is in the ledger', () => {
    const entries: SlaEntry[] = [
      started(),
      { clockId: 'c1', clock: 'first_response', type: 'approaching', at: local('11:01'), reason: because, key: 'soon' },
    ];
    expect(nextInstants(entries, policy, calendar).map(({ key }) => key)).not.toContain('soon');
  });

  it('is late when it is met after its due time, and not when an extension was granted before', () => {
    const late = ledger(started(), (so) => finishClock(so, local('16:00'), 'met', because));
    expect(foldClock(late)).toMatchObject({ status: 'met_late', isBreached: true });
    const extended = ledger(
      started(),
      (so) => extendClock(so, local('11:00'), local('16:30'), calendar, because),
      (so) => finishClock(so, local('16:00'), 'met', because),
    );
    expect(foldClock(extended)).toMatchObject({ status: 'met', originalDueAt: local('11:31') });
  });

  it('keeps what has run when its target changes, even into the past', () => {
    const entries = ledger(started('09:00'), (so) => moveClock(so, local('11:00'), 3600, calendar, because));
    expect(foldClock(entries)).toMatchObject({ targetSeconds: 3600, dueAt: local('10:00') });
  });
});

describe('the ledger', () => {
  const minutes = fc
    .uniqueArray(fc.integer({ min: 1, max: 6000 }), { maxLength: 12 })
    .map((list) => list.toSorted((a, b) => a - b));
  const from = local('08:00');
  const after = (count: number) => new Date(from.getTime() + count * 60_000);

  it('gives every second of the life to one named reason, and the service time to the clock', () => {
    fc.assert(
      fc.property(minutes, fc.boolean(), (times, isFinished) => {
        let entries = [startClock('completion', 'c', after(0), 36_000, calendar, because)];
        for (const time of times) {
          entries = ledger(
            entries[0] ?? started(),
            ...entries.slice(1).map((entry) => () => entry),
            (so) => pauseClock(so, after(time), calendar, because) ?? resumeClock(so, after(time), calendar, because),
          );
        }
        const end = after(6100);
        if (isFinished)
          entries = [
            ...entries,
            ...[finishClock(entries, after(6050), 'met', because)].filter((entry) => entry !== null),
          ];
        const segments = ledgerSegments(entries, calendar, from, end);
        const length = segments.reduce((total, segment) => total + segment.to.getTime() - segment.from.getTime(), 0);
        expect(length).toBe(end.getTime() - from.getTime());
        expect(segments.every((segment, index) => index === 0 || segment.from === segments[index - 1]?.to)).toBe(true);
        const service = segments
          .filter((segment) => segment.kind === 'service')
          .reduce((total, segment) => total + serviceSecondsBetween(calendar, segment.from, segment.to), 0);
        expect(service).toBe(elapsedSeconds(entries, calendar, end));
      }),
      { numRuns: 100 },
    );
  });
});
