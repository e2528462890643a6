import { slaAudience, type BreachNotice, type SlaAudience } from '@handoff/core/sla/policy/sla-policy';
import { useTranslation } from 'react-i18next';
import { ChannelChoice } from '~/notifier/channel-choice.tsx';
import { useDraft } from '../draft-context.tsx';

interface ToldWhomProps {
  notice: Pick<BreachNotice, 'to' | 'channelIds'>;
  onChange: (told: Partial<BreachNotice>) => void;
}

/** Who is told, and over which channels beside the product. */
export function ToldWhom({ notice: { to, channelIds }, onChange }: ToldWhomProps) {
  const { t } = useTranslation('designer');
  const { lists } = useDraft();
  const toggle = (who: SlaAudience, isTold: boolean) => (isTold ? [...to, who] : to.filter((one) => one !== who));
  return (
    <div className="rung-whom">
      <fieldset className="grant">
        <legend>{t('sla.to')}</legend>
        {slaAudience.options.map((who) => (
          <label key={who} className="admin-option">
            <input
              type="checkbox"
              className="check"
              checked={to.includes(who)}
              onChange={({ target }) => onChange({ to: toggle(who, target.checked) })}
            />
            {t(`audience.${who}`)}
          </label>
        ))}
      </fieldset>
      <ChannelChoice
        channels={lists.notifierChannels}
        value={channelIds}
        onChange={(chosen) => onChange({ channelIds: chosen })}
      />
    </div>
  );
}
