import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { useToast } from '~/shell/toast.tsx';
import { kindName } from './kind-name.ts';
import type { Rule } from './notifier-operations.ts';

interface RuleMatrixProps {
  rules: readonly Rule[];
  channels: readonly { id: string; name: string; isActive: boolean }[];
}

const longestMinutes = 1440;

const isSame = (one: Rule, other: Rule): boolean =>
  one.passesQuietHours === other.passesQuietHours &&
  one.mergeMinutes === other.mergeMinutes &&
  one.channelIds.toSorted().join() === other.channelIds.toSorted().join();

const inputOf = ({ kind, channelIds, passesQuietHours, mergeMinutes, version }: Rule) => ({
  kind,
  channelIds,
  passesQuietHours,
  mergeMinutes,
  expectedVersion: version,
});

/** A line a kind, a column a channel; one button saves what was changed, all of it or nothing. */
export function RuleMatrix({ rules: stored, channels }: RuleMatrixProps) {
  const { t } = useTranslation('notifier');
  const toast = useToast();
  const [rules, setRules] = useState(stored);
  const { save, fault, isSaving } = useSave(() => toast(t('rules.saved')));
  const changed = rules.filter((rule, index) => {
    const before = stored[index];
    return !before || !isSame(rule, before);
  });
  const set = (kind: string, change: Partial<Rule>) =>
    setRules((before) => before.map((rule) => (rule.kind === kind ? { ...rule, ...change } : rule)));
  return (
    <section className="admin-section" aria-labelledby="notification-rules">
      <h2 id="notification-rules">{t('rules.title')}</h2>
      <p className="quiet">{t('rules.hint')}</p>
      <FaultNote fault={fault} />
      <div className="admin-scroll">
        <table className="admin-table notifier-matrix">
          <thead>
            <tr>
              <th scope="col">{t('rules.kind')}</th>
              {channels.map(({ id, name, isActive }) => (
                <th key={id} scope="col">
                  {name} {!isActive && <span className="small quiet">{t('off')}</span>}
                </th>
              ))}
              <th scope="col">{t('rules.passes')}</th>
              <th scope="col">{t('rules.merge')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ kind, channelIds, passesQuietHours, mergeMinutes }) => {
              const name = kindName(t, kind);
              return (
                <tr key={kind}>
                  <th scope="row">{name}</th>
                  {channels.map((channel) => (
                    <td key={channel.id} data-name={channel.name}>
                      <input
                        type="checkbox"
                        className="check"
                        aria-label={t('rules.over', { kind: name, channel: channel.name })}
                        checked={channelIds.includes(channel.id)}
                        onChange={({ target }) =>
                          set(kind, {
                            channelIds: target.checked
                              ? [...channelIds, channel.id]
                              : channelIds.filter((id) => id !== channel.id),
                          })
                        }
                      />
                    </td>
                  ))}
                  <td data-name={t('rules.passes')}>
                    <input
                      type="checkbox"
                      className="check"
                      aria-label={t('rules.passesOf', { kind: name })}
                      checked={passesQuietHours}
                      onChange={({ target }) => set(kind, { passesQuietHours: target.checked })}
                    />
                  </td>
                  <td data-name={t('rules.merge')}>
                    <input
                      type="number"
                      className="notifier-minutes"
                      min={0}
                      max={longestMinutes}
                      aria-label={t('rules.mergeOf', { kind: name })}
                      value={mergeMinutes}
                      onChange={({ target }) =>
                        set(kind, {
                          mergeMinutes: Math.min(longestMinutes, Math.max(0, Math.trunc(target.valueAsNumber || 0))),
                        })
                      }
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="admin-acts">
        <Button
          variant="contained"
          color="primary"
          disabled={changed.length === 0}
          aria-disabled={isSaving}
          onClick={() => !isSaving && save('set', { rules: changed.map(inputOf) })}
        >
          {t('rules.save')}
        </Button>
      </div>
    </section>
  );
}
