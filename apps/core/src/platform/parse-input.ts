import { z } from 'zod';
import { ValidationError, type Issue } from './errors.ts';
import type { LocalizedText } from './text/localized-text.ts';

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;
type RawIssue = Parameters<typeof english>[0];

const textOf = (message: ReturnType<typeof english>): string =>
  typeof message === 'string' ? message : (message?.message ?? '');

/** A rule's own message is written in both languages: `in English | 中文`. */
const ownMessage = (message: string): LocalizedText => {
  const [en = message, zh = message] = message.split(' | ');
  return { en, zh };
};

const toIssue = (issue: z.core.$ZodIssue): Issue => {
  const raw = issue as RawIssue;
  return {
    path: issue.path.map(String),
    code: issue.code,
    message:
      issue.code === 'custom' || issue.message !== textOf(english(raw))
        ? ownMessage(issue.message)
        : { en: issue.message, zh: textOf(chinese(raw)) },
  };
};

/** Reads an input through its schema. Throws a ValidationError that names every faulty field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new ValidationError(result.error.issues.map(toIssue));
}
