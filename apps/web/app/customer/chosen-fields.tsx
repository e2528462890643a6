import type { Answers } from '@handoff/core/form/answers';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedForm } from '~/form/designed-form.tsx';
import { fieldSources } from '~/form/find-choices.ts';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import type { Fault } from '~/graphql/mutation-result.ts';

interface ChosenFieldsProps {
  form: FormDefinition;
  answers: Readonly<Record<string, unknown>>;
  fault: Fault | null;
  onChange: (answers: Readonly<Record<string, unknown>>) => void;
}

/** The fields that administrators chose for customers, drawn and checked by the engine of all designed forms. */
export function ChosenFields({ form, answers, fault, onChange }: ChosenFieldsProps) {
  const { t } = useTranslation('customer');
  const state = useDesignedForm({ form, previous: answers as Answers });
  const { values, setServerIssues, setValue } = state;
  // What the record holds now, after it was saved or somebody else's change was taken over.
  const told = useRef(answers);
  useEffect(() => {
    if (told.current === answers) return;
    told.current = answers;
    for (const [key, value] of Object.entries(answers)) setValue(key, value);
  }, [answers, setValue]);
  const tell = useRef(onChange);
  tell.current = onChange;
  const known = useRef(values);
  useEffect(() => {
    if (known.current === values) return;
    known.current = values;
    told.current = values;
    tell.current(values);
  }, [values]);
  useEffect(() => {
    const issues = fault?.issues.filter(({ path }) => path[0] === 'answers') ?? [];
    setServerIssues(issues.map(({ path, message }) => ({ path: path.slice(1), message })));
  }, [fault, setServerIssues]);
  if (form.sections.every(({ fields }) => fields.length === 0)) return null;
  return (
    <section className="customer-section">
      <h2>{t('section.chosen')}</h2>
      <DesignedForm state={state} sources={fieldSources({})} />
    </section>
  );
}
