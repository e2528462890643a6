import { useTranslation } from 'react-i18next';
import { kindName } from './kind-name.ts';

type Choices = Readonly<Record<string, Readonly<Record<string, boolean>> | undefined>>;

interface OwnMatrixProps {
  rules: readonly { kind: string; channelIds: readonly string[]; passesQuietHours: boolean }[];
  channels: readonly { id: string; name: string; audience: 'PERSON' | 'GROUP' }[];
  choices: Choices;
  onChange: (choices: Choices) => void;
}

/** What the company sends over which channel, and what the person wants otherwise. Each check is kept at once. */
export function OwnMatrix({ rules, channels, choices, onChange }: OwnMatrixProps) {
  const { t } = useTranslation('notifier');
  const set = (kind: string, channelId: string, isOn: boolean, isUsual: boolean) => {
    const { [channelId]: _before, ...rest } = choices[kind] ?? {};
    onChange({ ...choices, [kind]: isOn === isUsual ? rest : { ...rest, [channelId]: isOn } });
  };
  return (
    <section className="admin-section" aria-labelledby="own-channels">
      <h2 id="own-channels">{t('own.channels')}</h2>
      {channels.length === 0 && <p className="quiet">{t('own.noChannel')}</p>}
      {channels.length > 0 && (
        <>
          <p className="quiet">{t('own.channelsHint')}</p>
          <div className="admin-scroll">
            <table className="admin-table notifier-matrix">
              <thead>
                <tr>
                  <th scope="col">{t('rules.kind')}</th>
                  {channels.map(({ id, name }) => (
                    <th key={id} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rules.map(({ kind, channelIds, passesQuietHours }) => {
                  const name = kindName(t, kind);
                  return (
                    <tr key={kind}>
                      <th scope="row">
                        {name} {passesQuietHours && <span className="small quiet">{t('own.passes')}</span>}
                      </th>
                      {channels.map((channel) => {
                        const isUsual = channelIds.includes(channel.id);
                        return (
                          <td key={channel.id} data-name={channel.name}>
                            <input
                              type="checkbox"
                              className="check"
                              aria-label={t('rules.over', { kind: name, channel: channel.name })}
                              disabled={channel.audience === 'GROUP' && !isUsual}
                              checked={
                                channel.audience === 'GROUP' && !isUsual
                                  ? false
                                  : (choices[kind]?.[channel.id] ?? isUsual)
                              }
                              onChange={({ target }) => set(kind, channel.id, target.checked, isUsual)}
                            />
                          </td>
                        );
                      })}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
