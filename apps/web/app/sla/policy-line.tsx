import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { useTranslation } from 'react-i18next';
import { useReasonWords } from '~/condition/use-reason-words.ts';
import { namedByKeys, usePolicyFields } from './use-policy-fields.ts';

interface PolicyLineProps {
  policy: { name: { text: string }; isFallback: boolean; because: unknown; calendar: string };
  form: FormDefinition;
  customerFields?: readonly FieldDefinition[];
}

/** Which of its type's policies holds for a ticket, and why. */
export function PolicyLine({ policy, form, customerFields }: PolicyLineProps) {
  const { t } = useTranslation('sla');
  const reasons = useReasonWords(usePolicyFields(form, namedByKeys, customerFields))(policy.because);
  return (
    <details className="small">
      <summary>
        {t('policy')}: <b>{policy.name.text}</b>
      </summary>
      <p className="quiet">{t('calendar', { calendar: policy.calendar })}</p>
      {policy.isFallback && <p className="quiet">{t('fallback')}</p>}
      <ul className="quiet" aria-label={t('why')}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}
