import { checkCondition } from '../../condition/check-condition.ts';
import type { Context } from '../../platform/context.ts';
import type { Issue } from '../../platform/errors.ts';
import { actionIssues } from '../action/check-actions.ts';
import { checkDefinition, formOfType } from '../action/check-definition.ts';
import { needsTicket } from '../action/perform-action.ts';
import { triggerKinds } from './happening.ts';
import { triggerDefinition, type TriggerDefinition } from './trigger-definition.ts';

/** An export has no ticket. */
function withoutTicket({ on, actions }: TriggerDefinition): Issue[] {
  if (on.kind !== 'exported') return [];
  return actions.flatMap((action, index) => {
    const isOfTicket = needsTicket(action) || (action.kind === 'notify' && !action.to.some((to) => 'id' in to));
    if (!isOfTicket) return [];
    const message = {
      en: 'An export has no ticket: tell people, roles or groups by name, or call a webhook.',
      zh: '导出没有对应的工单：请指定人员、角色或服务组，或调用 Webhook。',
    };
    return [{ path: ['actions', String(index)], code: 'needs_ticket', message }];
  });
}

/** Reads a trigger's definition for tickets of a type, or of all. Throws ValidationError that names every fault. */
export const checkTrigger = (context: Context, input: unknown, typeId: string | null): Promise<TriggerDefinition> =>
  checkDefinition(triggerDefinition, input, async (definition) => {
    const form = await formOfType(context, typeId);
    const faults = definition.when ? checkCondition(definition.when, triggerKinds(form ?? undefined), ['when']) : [];
    const ofActions = await actionIssues(context, definition.actions, form);
    return [
      ...faults.map(({ path, code, message }) => ({ path: path.map(String), code, message })),
      ...ofActions.map((issue) => ({ ...issue, path: ['actions', ...issue.path] })),
      ...withoutTicket(definition),
    ];
  });
