import type { Answers } from '@handoff/core/form/answers';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import type { ParsedAnswers } from '@handoff/core/form/parse-answers';
import { resolveForm } from '@handoff/core/form/resolve-form';
import { localize } from '@handoff/core/platform/text/localize';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadAnswerParser, useAnswerParser } from './answer-parser.ts';

type Values = Readonly<Record<string, unknown>>;

interface DesignedFormOptions {
  form: FormDefinition;
  nodeId?: string;
  /** What the record holds. */
  previous?: Answers;
  /** What a draft holds; without it the form starts from `previous`. */
  draft?: Values;
}

/** Said by the server about what was sent; `path` starts with the field's key. */
export interface FormIssue {
  path: readonly (string | number)[];
  message: string;
}

/** Values, rules and errors of a designed form, all from the engine that the server runs too. */
export function useDesignedForm({ form, nodeId, previous, draft }: DesignedFormOptions) {
  const { i18n } = useTranslation();
  const [values, setValues] = useState<Values>(draft ?? previous ?? {});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTouched, setIsTouched] = useState(false);
  const [fromServer, setFromServer] = useState<readonly FormIssue[]>([]);

  const situation = useMemo(() => ({ nodeId, previous }), [nodeId, previous]);
  const resolved = useMemo(() => resolveForm(form, values, situation), [form, values, situation]);

  const setValue = useCallback((key: string, value: unknown) => {
    setIsTouched(true);
    setValues((before) => ({ ...before, [key]: value }));
    setFromServer((issues) => issues.filter((issue) => issue.path[0] !== key));
  }, []);
  const leave = useCallback((key: string) => setLeft((before) => new Set(before).add(key)), []);
  const parseAnswers = useAnswerParser(isTouched || left.size > 0);

  // What is wrong with what was left may be said a moment after the letter that is being typed.
  const settled = useDeferredValue(values);
  const errors = useMemo(() => {
    const found: Record<string, string> = {};
    const parsed = left.size > 0 && parseAnswers ? parseAnswers(form, settled, situation) : null;
    for (const issue of parsed?.ok === false ? parsed.issues : []) {
      const key = String(issue.path[0]);
      if (left.has(key)) found[key] ??= localize(issue.message, i18n.language);
    }
    for (const issue of fromServer) found[String(issue.path[0])] = issue.message;
    return found;
  }, [form, settled, situation, left, fromServer, parseAnswers, i18n.language]);

  /** Shows every error; the answers if there is none, or as they were entered where nothing can check them but the server. */
  const submit = useCallback(async (): Promise<ParsedAnswers> => {
    const parse = await loadAnswerParser().catch(() => null);
    if (!parse) return { ok: true, answers: values as Answers };
    const parsed = parse(form, values, situation);
    if (!parsed.ok) setLeft(new Set(parsed.issues.map((issue) => String(issue.path[0]))));
    return parsed;
  }, [form, values, situation]);

  return { form, values, resolved, errors, setValue, leave, submit, setServerIssues: setFromServer };
}

export type DesignedFormState = ReturnType<typeof useDesignedForm>;
