import {
  CLOCK_KINDS,
  slaAudience,
  type ClockKind,
  type SlaAudience,
  type SlaPolicy,
} from '@handoff/core/sla/policy/sla-policy';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { ChannelChoice } from '~/notifier/channel-choice.tsx';
import { useDraft } from '../draft-context.tsx';
import { DurationInput } from '../duration-input.tsx';
import { freeKey } from '../free-key.ts';

interface RungProps {
  name: string;
  clock: ClockKind;
  to: readonly SlaAudience[];
  seconds: number;
  channelIds: readonly string[] | undefined;
  label: string;
  onChange: (rung: { clock: ClockKind; to: SlaAudience[]; seconds: number; channelIds?: string[] }) => void;
  onRemove: () => void;
}

function Rung({ name, clock, to, seconds, channelIds, label, onChange, onRemove }: RungProps) {
  const { t } = useTranslation('designer');
  const { lists } = useDraft();
  const base = { clock, to: [...to], seconds };
  const rung = channelIds ? { ...base, channelIds: [...channelIds] } : base;
  return (
    <li className="rung">
      <SelectInput
        name={`${name}-clock`}
        label={t('sla.clock')}
        value={clock}
        options={CLOCK_KINDS.map((kind) => ({ value: kind, label: t(`clock.${kind}`) }))}
        onChange={(next) => next && onChange({ ...rung, clock: next as ClockKind })}
      />
      <DurationInput
        isServiceTime
        name={`${name}-time`}
        label={label}
        value={seconds}
        onChange={(next) => onChange({ ...rung, seconds: next ?? 0 })}
      />
      <fieldset className="grant">
        <legend>{t('sla.to')}</legend>
        {slaAudience.options.map((who) => (
          <label key={who} className="admin-option">
            <input
              type="checkbox"
              className="check"
              checked={to.includes(who)}
              onChange={({ target }) =>
                onChange({ ...rung, to: target.checked ? [...to, who] : to.filter((one) => one !== who) })
              }
            />
            {t(`audience.${who}`)}
          </label>
        ))}
      </fieldset>
      <ChannelChoice
        channels={lists.notifierChannels}
        value={channelIds}
        onChange={(chosen) => onChange(chosen ? { ...base, channelIds: chosen } : base)}
      />
      <IconButton aria-label={t('remove')} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </li>
  );
}

interface SlaLadderProps {
  sla: SlaPolicy;
  onChange: (next: Partial<SlaPolicy>) => void;
}

/** Reminders before the due time, and the ladder after a breach. */
export function SlaLadder({ sla, onChange }: SlaLadderProps) {
  const { t } = useTranslation('designer');
  const { reminders, escalations } = sla;
  const setReminder = (index: number, reminder: (typeof reminders)[number]) =>
    onChange({ reminders: reminders.with(index, reminder) });
  const setEscalation = (index: number, escalation: (typeof escalations)[number]) =>
    onChange({ escalations: escalations.with(index, escalation) });
  return (
    <>
      <section className="admin-section">
        <h2>{t('sla.reminders')}</h2>
        <ul className="ladder">
          {reminders.map((reminder, index) =>
            'percent' in reminder.at ? (
              <li key={reminder.key} className="rung">
                {t('sla.percent', { percent: reminder.at.percent, clock: t(`clock.${reminder.clock}`) })}
                <IconButton
                  aria-label={t('remove')}
                  onClick={() => onChange({ reminders: reminders.toSpliced(index, 1) })}
                >
                  <Trash2 />
                </IconButton>
              </li>
            ) : (
              <Rung
                key={reminder.key}
                name={reminder.key}
                clock={reminder.clock}
                to={reminder.to}
                channelIds={reminder.channelIds}
                seconds={'beforeSeconds' in reminder.at ? reminder.at.beforeSeconds : reminder.at.afterSeconds}
                label={t('beforeSeconds' in reminder.at ? 'sla.before' : 'sla.after')}
                onChange={({ seconds, ...rung }) =>
                  setReminder(index, {
                    key: reminder.key,
                    ...rung,
                    at: 'beforeSeconds' in reminder.at ? { beforeSeconds: seconds } : { afterSeconds: seconds },
                  })
                }
                onRemove={() => onChange({ reminders: reminders.toSpliced(index, 1) })}
              />
            ),
          )}
        </ul>
        <div className="admin-acts">
          {(['beforeSeconds', 'afterSeconds'] as const).map((when) => (
            <Button
              key={when}
              startIcon={<Plus size={16} />}
              onClick={() => {
                const key = freeKey('reminder', [...reminders, ...escalations]);
                const at = when === 'beforeSeconds' ? { beforeSeconds: 1800 } : { afterSeconds: 1800 };
                onChange({ reminders: [...reminders, { key, clock: 'first_response', at, to: ['handler'] }] });
              }}
            >
              {t(when === 'beforeSeconds' ? 'sla.addBefore' : 'sla.addAfter')}
            </Button>
          ))}
        </div>
      </section>
      <section className="admin-section">
        <h2>{t('sla.escalations')}</h2>
        <ul className="ladder">
          {escalations.map((escalation, index) => (
            <Rung
              key={escalation.key}
              name={escalation.key}
              clock={escalation.clock}
              to={escalation.to}
              channelIds={escalation.channelIds}
              seconds={escalation.afterSeconds}
              label={t('sla.after')}
              onChange={({ seconds, ...rung }) => {
                const { key, repeat } = escalation;
                setEscalation(index, { key, ...rung, afterSeconds: seconds, ...(repeat && { repeat }) });
              }}
              onRemove={() => onChange({ escalations: escalations.toSpliced(index, 1) })}
            />
          ))}
        </ul>
        <div className="admin-acts">
          <Button
            startIcon={<Plus size={16} />}
            onClick={() => {
              const key = freeKey('escalation', [...reminders, ...escalations]);
              const rung = { key, clock: 'first_response' as const, afterSeconds: 0, to: ['group_leader' as const] };
              onChange({ escalations: [...escalations, rung] });
            }}
          >
            {t('sla.addEscalation')}
          </Button>
        </div>
      </section>
    </>
  );
}
