import { checkCondition } from '../../condition/check-condition.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { fault, under, type Fault } from '../../platform/fault.ts';
import { checkSlaPolicy, duplicates } from './check-sla-policy.ts';
import { policyKinds } from './hold-policy.ts';
import type { SlaPlan } from './sla-plan.ts';

/**
 * What is wrong with the policies of a type: each by itself, conditions that read what there is not, policies that no
 * ticket can reach, and a last one that leaves tickets without any.
 */
export function checkSlaPlan(plan: SlaPlan, form: FormDefinition, nodeIds: readonly string[]): Fault[] {
  const { policies } = plan;
  const kinds = policyKinds(form, plan);
  return [
    ...duplicates(policies, 'policies'),
    ...policies.flatMap((policy, index) =>
      under(
        ['policies', index],
        [...checkSlaPolicy(policy, nodeIds), ...(policy.when ? checkCondition(policy.when, kinds, ['when']) : [])],
      ),
    ),
    ...unreachable(policies),
    ...withoutFallback(policies),
  ];
}

/** A policy behind one that holds for all, or behind one with the same condition. */
function unreachable(policies: SlaPlan['policies']): Fault[] {
  return policies.flatMap(({ name, when }, index) => {
    const before = policies
      .slice(0, index)
      .find((one) => !one.when || JSON.stringify(one.when) === JSON.stringify(when));
    if (!before) return [];
    return [
      fault(
        ['policies', index],
        'unreachable',
        `The policy “${name.en}” never holds: “${before.name.en}” before it ${before.when ? 'has the same condition' : 'holds for all tickets'}. Move it up, give the other a condition, or delete it.`,
        `策略“${name.zh}”永远不会生效:其前面的“${before.name.zh}”${before.when ? '条件相同' : '适用于所有工单'}。请上移、为前者设置条件或删除。`,
      ),
    ];
  });
}

function withoutFallback(policies: SlaPlan['policies']): Fault[] {
  const last = policies.at(-1);
  if (!last?.when) return [];
  return [
    fault(
      ['policies', policies.length - 1, 'when'],
      'no_fallback',
      `The last policy “${last.name.en}” holds for every ticket that no other one holds for, so it has no condition. Remove it, or add a policy behind it.`,
      `最后一个策略“${last.name.zh}”适用于其他策略都不符合的工单,不能带条件。请去掉条件,或在其后再添加一个策略。`,
    ),
  ];
}
