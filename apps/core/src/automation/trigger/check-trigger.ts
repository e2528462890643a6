import { checkCondition } from '../../condition/check-condition.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError, ValidationError, type Issue } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { actionIssues } from '../action/check-actions.ts';
import { needsTicket } from '../action/perform-action.ts';
import { triggerKinds } from './happening.ts';
import { triggerDefinition, type TriggerDefinition } from './trigger-definition.ts';

async function formOf(context: Context, typeId: string | null): Promise<FormDefinition | null> {
  if (typeId === null) return null;
  const type = await context.db
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', typeId)
    .executeTakeFirst();
  if (!type?.currentVersionId) throw new NotFoundError('ticket type');
  return (await loadVersion(context, type.currentVersionId)).definition.form;
}

/** Conditions nest, and what nests has to be bounded. */
const mostCharacters = 20_000;

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
export async function checkTrigger(
  context: Context,
  input: unknown,
  typeId: string | null,
): Promise<TriggerDefinition> {
  if (JSON.stringify(input ?? null).length > mostCharacters) {
    throw ValidationError.at('definition', 'too_long', { en: 'This trigger is too long.', zh: '触发器内容过长。' });
  }
  let definition: TriggerDefinition;
  try {
    definition = parseInput(triggerDefinition, input);
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    throw new ValidationError(error.issues.map((issue) => ({ ...issue, path: ['definition', ...issue.path] })));
  }
  const form = await formOf(context, typeId);
  const faults = definition.when ? checkCondition(definition.when, triggerKinds(form ?? undefined), ['when']) : [];
  const issues: Issue[] = [
    ...faults.map(({ path, code, message }) => ({ path: path.map(String), code, message })),
    ...(await actionIssues(context, definition.actions, form)).map((issue) => ({
      ...issue,
      path: ['actions', ...issue.path],
    })),
    ...withoutTicket(definition),
  ];
  if (issues.length === 0) return definition;
  throw new ValidationError(issues.map((issue) => ({ ...issue, path: ['definition', ...issue.path] })));
}
