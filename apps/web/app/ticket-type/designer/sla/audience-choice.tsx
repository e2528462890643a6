import { slaAudience, type SlaAudience } from '@handoff/core/sla/policy/sla-policy';
import { useTranslation } from 'react-i18next';

interface AudienceChoiceProps {
  to: readonly SlaAudience[];
  onChange: (to: SlaAudience[]) => void;
}

/** Who is told. */
export function AudienceChoice({ to, onChange }: AudienceChoiceProps) {
  const { t } = useTranslation('designer');
  return (
    <fieldset className="grant">
      <legend>{t('sla.to')}</legend>
      {slaAudience.options.map((who) => (
        <label key={who} className="admin-option">
          <input
            type="checkbox"
            className="check"
            checked={to.includes(who)}
            onChange={({ target }) => onChange(target.checked ? [...to, who] : to.filter((one) => one !== who))}
          />
          {t(`audience.${who}`)}
        </label>
      ))}
    </fieldset>
  );
}
