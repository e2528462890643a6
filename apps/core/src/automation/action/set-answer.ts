import { formFields } from '../../form/form-fields.ts';
import { parseValue } from '../../form/parse-value.ts';
import type { Answers } from '../../form/answers.ts';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import type { FieldChange } from '../../ticket/append-event.ts';
import { answerChanges } from '../../ticket/answer/parse-form.ts';
import { applyFlowEvent } from '../../ticket/apply-flow-event.ts';
import { requireHandlerOrManager, type LockedTicket } from '../../ticket/lock-ticket.ts';

/**
 * Sets one answer of a ticket as its form's field takes it, outside of a step. For its handlers, and whoever manages it.
 * Returns what changed. Throws ValidationError where the form has no such field, or it does not take the value.
 */
export async function setAnswer(
  context: Context,
  { ticket, version, state }: LockedTicket,
  key: string,
  raw: unknown,
): Promise<FieldChange[]> {
  const field = formFields(version.definition.form).find((each) => each.key === key);
  if (!field || field.type === 'divider') {
    throw ValidationError.at('field', 'unknown_field', {
      en: `The form of this ticket has no field “${key}”.`,
      zh: `该工单的表单没有“${key}”字段。`,
    });
  }
  const own = state.tokens.find((token) => token.assigneeId === context.actor.agentId) ?? null;
  await requireHandlerOrManager(context, ticket.id, own);
  const parsed = parseValue(field, raw ?? null);
  if (!parsed.ok) throw ValidationError.at('value', parsed.code, parsed.message);
  const answers: Answers = { ...state.answers, [key]: parsed.value };
  const changes = answerChanges(state.answers, answers);
  if (changes.length === 0) return changes;
  await applyFlowEvent(
    context,
    ticket,
    version,
    { type: 'change_answers', answers },
    { kind: 'answers_changed', changes },
  );
  return changes;
}
