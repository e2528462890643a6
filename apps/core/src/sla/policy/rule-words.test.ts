import { expect, it } from 'vitest';
import { ruleWords } from './rule-words.ts';
import type { SlaPolicy } from './sla-policy.ts';

const targets = { completionSeconds: 7200 };
const policy: SlaPolicy = {
  key: 'standard',
  name: { en: 'Standard', zh: '标准' },
  calendar: 'company',
  targets: { low: targets, normal: targets, high: targets, urgent: targets },
  pausesIn: [],
  atBreach: { completion: { to: ['group_leader'] } },
  reminders: [
    { key: 'soon', clock: 'completion', at: { beforeSeconds: 900 }, to: ['handler'] },
    { key: 'most', clock: 'completion', at: { percent: 80 }, to: ['handler', 'group_leader'] },
  ],
  escalations: [
    { key: 'other', clock: 'step', afterSeconds: 0, to: ['handler'] },
    { key: 'first', clock: 'completion', afterSeconds: 0, to: ['group_leader'] },
    {
      key: 'second',
      clock: 'completion',
      afterSeconds: 3600,
      to: ['manager'],
      repeat: { everySeconds: 1800, times: 3 },
    },
  ],
};

it.each([
  ['breach', 'SLA policy “Standard”, completion, target missed, to the group leader'],
  ['soon', 'SLA policy “Standard”, completion, reminder 15 min before the due time, to the handler'],
  [
    'most',
    'SLA policy “Standard”, completion, reminder when 80% of the time has passed, to the handler, the group leader',
  ],
  [
    'second:2',
    'SLA policy “Standard”, completion, step 2 of 2 of the ladder, repetition 2 of 3: 2 h after the due time, to the manager',
  ],
])('names the rule behind %s', (key, words) => {
  expect(ruleWords({ policies: [policy] }, { clock: 'completion', key })?.en).toBe(words);
});

it('says it in Chinese too, and nothing of what no policy did', () => {
  expect(ruleWords({ policies: [policy] }, { clock: 'completion', key: 'first' })?.zh).toBe(
    'SLA 策略“标准”，完结，升级阶梯第 1/2 级：到期时，通知组长',
  );
  expect(ruleWords({ policies: [policy] }, null)).toBeNull();
  expect(ruleWords({ policies: [policy] }, { clock: 'completion', key: 'gone' })).toBeNull();
  expect(ruleWords({ policies: [policy] }, [{ edge: 'a' }])).toBeNull();
});
