import type { ConditionLeaf, Values } from '@handoff/core/condition/condition';
import { fieldsOf } from '@handoff/core/condition/condition-fields';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { choosePolicy, policyKinds, policyOf } from '@handoff/core/sla/policy/hold-policy';
import type { SlaPlan } from '@handoff/core/sla/policy/sla-plan';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionValue } from '~/condition/condition-value.tsx';
import type { ConditionField } from '~/condition/edit-condition.ts';
import { useReasonWords } from '~/condition/use-reason-words.ts';

interface WhichPolicyProps {
  plan: SlaPlan;
  form: FormDefinition;
  fields: readonly ConditionField[];
  onSelect: (key: string) => void;
}

/** Answers that one makes up, and the policy that would hold for a ticket that has them, by the engine that chooses it. */
export function WhichPolicy({ plan, form, fields, onSelect }: WhichPolicyProps) {
  const { t, i18n } = useTranslation('designer');
  const [values, setValues] = useState<Values>({ 'ticket.urgency': 'normal' });
  const reasons = useReasonWords(fields);
  const asked = [...new Set(plan.policies.flatMap(({ when }) => (when ? fieldsOf(when) : [])))];
  const questions = asked.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  const held = choosePolicy(plan, values, policyKinds(form, plan));
  const name = localize(policyOf(plan, held).name, i18n.language);
  return (
    <section className="admin-section">
      <h2>{t('sla.which')}</h2>
      {questions.length === 0 ? (
        <p className="quiet">{t('sla.noQuestions')}</p>
      ) : (
        <>
          <p className="quiet">{t('sla.whichText')}</p>
          <div className="policy-questions">
            {questions.map((field) => {
              const op = field.kind === 'choices' ? ('in' as const) : ('equals' as const);
              const value = values[field.key] as ConditionLeaf['value'];
              const leaf: ConditionLeaf = { field: field.key, op, ...(value === undefined ? {} : { value }) };
              return (
                <fieldset key={field.key} className="grant">
                  <legend>{field.label}</legend>
                  <ConditionValue
                    leaf={leaf}
                    field={field}
                    onChange={(next) => setValues({ ...values, [field.key]: next.value })}
                  />
                </fieldset>
              );
            })}
          </div>
          <p role="status">
            <button type="button" className="link-button" onClick={() => onSelect(held.key)}>
              {t('sla.wouldHold', { name })}
            </button>
          </p>
          <ul className="small quiet">
            {reasons(held.because).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
