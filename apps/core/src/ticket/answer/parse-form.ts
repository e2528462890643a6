import type { Answers } from '../../form/answers.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { parseAnswers } from '../../form/parse-answers.ts';
import { ValidationError } from '../../platform/errors.ts';
import type { FieldChange } from '../append-event.ts';

/** Reads the answers of a step through the form engine. Throws ValidationError whose paths begin with `answers`. */
export function parseForm(
  form: FormDefinition,
  values: Record<string, unknown>,
  situation: { nodeId: string; previous?: Answers },
): Answers {
  const parsed = parseAnswers(form, values, situation);
  if (parsed.ok) return parsed.answers;
  throw new ValidationError(
    parsed.issues.map((issue) => ({
      path: ['answers', ...issue.path.map(String)],
      code: issue.code,
      message: issue.message,
    })),
  );
}

/** What differs between two sets of answers, for the history. */
export function answerChanges(before: Answers, after: Answers): FieldChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
    .map((key) => ({ field: `answers.${key}`, from: before[key] ?? null, to: after[key] ?? null }));
}
