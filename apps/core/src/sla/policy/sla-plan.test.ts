import { expect, it } from 'vitest';
import type { FormDefinition } from '../../form/form-definition.ts';
import { checkSlaPlan } from './check-sla-plan.ts';
import { choosePolicy, policyKinds, policyOf } from './hold-policy.ts';
import { slaPlan, type SlaPlan } from './sla-plan.ts';
import type { SlaPolicy } from './sla-policy.ts';

const said = (text: string) => ({ en: text, zh: text });
const form: FormDefinition = {
  sections: [
    {
      key: 'all',
      label: said('All'),
      columns: 1,
      fields: [{ type: 'number', key: 'loss', label: said('Loss') }],
    },
  ],
  rules: [],
};
const policy = (key: string, when?: SlaPolicy['when']): SlaPolicy => ({
  key,
  name: said(key),
  ...(when && { when }),
  calendar: 'company',
  targets: { low: {}, normal: {}, high: {}, urgent: {} },
  pausesIn: [],
  reminders: [],
  escalations: [],
});
const isGold = { field: 'customer.level', op: 'equals', value: 'gold' } as const;
const isDear = { field: 'loss', op: 'gt', value: 1000 } as const;
const plan: SlaPlan = { policies: [policy('gold', isGold), policy('dear', isDear), policy('standard')] };
const choose = (values: Record<string, unknown>) => choosePolicy(plan, values, policyKinds(form, plan));

it('takes the first policy whose condition holds, else the last, and says what decided', () => {
  expect(choose({ 'customer.level': 'gold', loss: 5000 })).toMatchObject({
    key: 'gold',
    because: [{ field: 'customer.level', actual: 'gold', holds: true }],
  });
  expect(choose({ loss: 5000 }).key).toBe('dear');
  expect(choose({ 'customer.level': 'silver', loss: 1 })).toMatchObject({
    key: 'standard',
    because: [
      { field: 'customer.level', actual: 'silver', holds: false },
      { field: 'loss', actual: 1, holds: false },
    ],
  });
});

it('reads a single policy from before as the only one of the list, and names it where a row names none', () => {
  const { key: _key, ...single } = policy('standard');
  const read = slaPlan.parse(single);
  expect(read.policies).toEqual([policy('standard')]);
  expect(policyOf(read, null).key).toBe('standard');
});

it.each([
  ['nothing', plan.policies, []],
  ['a last policy with a condition', [policy('gold', isGold)], [['policies.0.when', 'no_fallback']]],
  [
    'policies that no ticket reaches',
    [policy('all'), policy('gold', isGold), policy('standard')],
    [
      ['policies.1', 'unreachable'],
      ['policies.2', 'unreachable'],
    ],
  ],
  [
    'a second policy with the same condition',
    [policy('gold', isGold), policy('again', isGold), policy('standard')],
    [['policies.1', 'unreachable']],
  ],
  [
    'a condition about a field that there is not',
    [policy('vip', { field: 'customer.vip', op: 'equals', value: 'x' }), policy('standard')],
    [['policies.0.when.field', 'unknown_field']],
  ],
  ['a key used twice', [policy('standard', isGold), policy('standard')], [['policies.1.key', 'duplicate']]],
] as const)('finds %s', (_what, policies, faults) => {
  const found = checkSlaPlan({ policies: [...policies] }, form, []);
  expect(found.map(({ path, code }) => [path.join('.'), code])).toEqual(faults);
  expect(found.every(({ message }) => message.en !== '' && message.zh !== '')).toBe(true);
});
