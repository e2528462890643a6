import type { FieldDefinition } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useReasonWords } from '~/condition/use-reason-words.ts';
import type { TicketPageData } from '~/ticket/page/ticket-operations.ts';
import { customerChoicesOf } from './customer-choices.ts';
import { usePolicyFields } from './use-policy-fields.ts';

interface PolicyLineProps {
  policy: NonNullable<TicketPageData['policy']>;
  form: FormDefinition;
  customerFields?: readonly FieldDefinition[];
}

/** Which of its type's policies holds for a ticket, and why. */
export function PolicyLine({ policy, form, customerFields }: PolicyLineProps) {
  const { t } = useTranslation('sla');
  const { customerTypes, customerSources } = policy;
  const lists = useMemo(
    () => customerChoicesOf({ types: { options: customerTypes }, sources: { options: customerSources } }),
    [customerTypes, customerSources],
  );
  const reasons = useReasonWords(usePolicyFields(form, lists, customerFields))(policy.because);
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
