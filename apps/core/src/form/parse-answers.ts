import type { Values } from '../condition/condition.ts';
import { isEmpty } from '../condition/evaluate-condition.ts';
import { fault, type Fault } from '../platform/fault.ts';
import type { AnswerValue, Answers } from './answers.ts';
import type { ValueField } from './field-definition.ts';
import type { FormDefinition } from './form-definition.ts';
import { valueFields } from './form-order.ts';
import { parseValue } from './parse-value.ts';
import { refused, type ParsedValue } from './values/parsed-value.ts';
import { isSensitive, isUntouched } from './sensitive-field.ts';
import { isMasked } from '../platform/text/mask.ts';
import { resolveForm, type FormSituation, type ResolvedField } from './resolve-form.ts';

const MOST_KEYS = 1000;

export interface AnswerSituation extends FormSituation {
  previous?: Answers;
}

export type ParsedAnswers = { ok: true; answers: Answers } | { ok: false; issues: Fault[] };

/**
 * The answers to store, or every issue by field. A field hidden by a rule is neither validated nor stored, whoever sends
 * it; one that its node hides or locks keeps its previous value, and so does one that comes back covered as it was shown;
 * keys that the form does not have are refused by name.
 * The result is whole: it replaces the previous answers.
 */
export function parseAnswers(form: FormDefinition, values: Values, situation: AnswerSituation = {}): ParsedAnswers {
  const fields = valueFields(form);
  const unknown = unknownKeys(fields, values);
  const read = readValues(fields, values, situation.previous);
  const resolved = resolveForm(form, read.values, situation);

  const answers: Record<string, AnswerValue> = {};
  const issues = [...unknown];
  for (const field of fields) {
    const state = resolved[field.key];
    if (!state || state.isRuledOut) continue;
    if (!state.visible) keep(answers, field.key, situation.previous?.[field.key]);
    else if (!state.editable) keep(answers, field.key, state.value as AnswerValue | undefined);
    else {
      const issue = read.issues.get(field.key) ?? issueOf(field, state);
      if (issue) issues.push(issue);
      else keep(answers, field.key, state.value as AnswerValue | undefined);
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, answers };
}

/** Values are read by type before any rule looks at them, so that a rule never sees what could not be stored. */
function readValues(fields: readonly ValueField[], values: Values, previous: Answers | undefined) {
  const readable: Record<string, AnswerValue> = {};
  const issues = new Map<string, Fault>();
  for (const field of fields) {
    if (!Object.hasOwn(values, field.key) || values[field.key] === undefined) continue;
    const stored = previous?.[field.key];
    if (stored !== undefined && isSensitive(field) && isUntouched(field, values[field.key], stored)) {
      readable[field.key] = stored;
      continue;
    }
    const parsed = readValue(field, values[field.key]);
    if (parsed.ok) readable[field.key] = parsed.value;
    else issues.set(field.key, { path: [field.key], code: parsed.code, message: parsed.message });
  }
  return { values: readable, issues };
}

/** A covered value that is not the stored one's is refused: what is stored is never asterisks. */
function readValue(field: ValueField, raw: unknown): ParsedValue {
  if (isSensitive(field) && typeof raw === 'string' && isMasked(raw))
    return refused(
      'masked_value',
      'This value is covered. Type it in full, or leave it as it was.',
      '该值已脱敏，请填写完整内容，或保持原样。',
    );
  return parseValue(field, raw);
}

function unknownKeys(fields: readonly ValueField[], values: Values): Fault[] {
  const known = new Set(fields.map((field) => field.key));
  const keys = Object.keys(values);
  if (keys.length > MOST_KEYS) {
    return [fault([], 'too_many_fields', `Send at most ${MOST_KEYS} fields.`, `最多提交 ${MOST_KEYS} 个字段。`)];
  }
  return keys
    .filter((key) => !known.has(key))
    .map((key) =>
      fault([key], 'unknown_field', `This form has no field “${key}”. Remove it.`, `表单没有字段“${key}”,请去掉。`),
    );
}

function issueOf(field: ValueField, { key, value, required, options }: ResolvedField): Fault | undefined {
  if (isEmpty(value)) return required ? fault([key], 'required', 'Fill in this field.', '请填写此项。') : undefined;
  const chosen = Array.isArray(value) ? value.map(String) : [String(value)];
  const onOffer = field.type === 'cascading_select' ? chosen.slice(0, 1) : chosen;
  if (!options || onOffer.every((one) => options.includes(one))) return undefined;
  return fault(
    [key],
    'option_not_offered',
    'This option is not on offer here. Choose another.',
    '当前不可选择该选项,请另选。',
  );
}

function keep(answers: Record<string, AnswerValue>, key: string, value: AnswerValue | undefined): void {
  if (value !== undefined) answers[key] = value;
}
