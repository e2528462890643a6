import { useTranslation } from 'react-i18next';

interface ChannelChoiceProps {
  channels: readonly { id: string; name: string; isActive: boolean }[];
  /** Undefined leaves it to what the company has set for the kind. */
  value: readonly string[] | undefined;
  onChange: (value: string[] | undefined) => void;
}

/** Over which channels something goes beside the product itself. */
export function ChannelChoice({ channels, value, onChange }: ChannelChoiceProps) {
  const { t } = useTranslation('notifier');
  if (channels.length === 0 && value === undefined) return null;
  const gone = (value ?? []).filter((id) => channels.every((channel) => channel.id !== id));
  return (
    <fieldset className="grant">
      <legend>{t('choice.label')}</legend>
      <label className="admin-option">
        <input
          type="checkbox"
          className="check"
          checked={value === undefined}
          onChange={({ target }) => onChange(target.checked ? undefined : [])}
        />
        {t('choice.asSet')}
      </label>
      {value !== undefined &&
        [...channels, ...gone.map((id) => ({ id, name: t('choice.gone'), isActive: false }))].map((channel) => (
          <label key={channel.id} className="admin-option">
            <input
              type="checkbox"
              className="check"
              checked={value.includes(channel.id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, channel.id] : value.filter((id) => id !== channel.id))
              }
            />
            {channel.name} {!channel.isActive && <span className="small quiet">{t('off')}</span>}
          </label>
        ))}
    </fieldset>
  );
}
