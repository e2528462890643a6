import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import { useTranslation } from 'react-i18next';
import type { DesignedFormState } from './use-designed-form.ts';

const FEW = 3;

/** Links to the fields in error, once there are more than can be seen at a glance. */
export function ErrorSummary({ state }: { state: DesignedFormState }) {
  const { t, i18n } = useTranslation('form');
  const wrong = formFields(state.form).filter((field) => state.errors[field.key]);
  if (wrong.length <= FEW) return null;
  return (
    <div className="error-summary" role="alert">
      <b>{t('summary', { count: wrong.length })}</b>
      <ul>
        {wrong.map((field) => (
          <li key={field.key}>
            <a href={`#field-${field.key}`}>{field.label ? localize(field.label, i18n.language) : field.key}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
