import type { Reminder } from '@handoff/core/sla/policy/sla-policy';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { DurationInput } from '../duration-input.tsx';
import { freeKey } from '../free-key.ts';
import { SlaRung } from './sla-rung.tsx';
import type { LadderProps } from './sla-ladder.tsx';

interface ReminderTimeProps {
  reminder: Reminder;
  onChange: (at: Reminder['at']) => void;
}

function ReminderTime({ reminder: { key, at }, onChange }: ReminderTimeProps) {
  const { t } = useTranslation('designer');
  if ('percent' in at) {
    return (
      <TextInput
        name={`${key}-percent`}
        label={t('sla.share')}
        type="number"
        min={1}
        max={1000}
        value={String(at.percent)}
        onChange={(text) => onChange({ percent: Math.round(Number(text)) })}
      />
    );
  }
  const isBefore = 'beforeSeconds' in at;
  return (
    <DurationInput
      isServiceTime
      name={`${key}-time`}
      label={t(isBefore ? 'sla.before' : 'sla.after')}
      value={isBefore ? at.beforeSeconds : at.afterSeconds}
      onChange={(seconds = 0) => onChange(isBefore ? { beforeSeconds: seconds } : { afterSeconds: seconds })}
    />
  );
}

const added = [
  { at: { beforeSeconds: 1800 }, words: 'sla.addBefore' },
  { at: { percent: 75 }, words: 'sla.addShare' },
  { at: { afterSeconds: 1800 }, words: 'sla.addAfter' },
] as const;

/** What is said before or after a due time, or when a share of the time has passed. */
export function SlaReminders({ policy: { reminders, escalations }, onChange }: LadderProps) {
  const { t } = useTranslation('designer');
  const set = (index: number, reminder: Reminder) => onChange({ reminders: reminders.with(index, reminder) });
  return (
    <section className="admin-section">
      <h2>{t('sla.reminders')}</h2>
      <ul className="ladder">
        {reminders.map((reminder, index) => (
          <SlaRung
            key={reminder.key}
            rung={reminder}
            onChange={(next) => set(index, next)}
            onRemove={() => onChange({ reminders: reminders.toSpliced(index, 1) })}
          >
            <ReminderTime reminder={reminder} onChange={(at) => set(index, { ...reminder, at })} />
          </SlaRung>
        ))}
      </ul>
      <div className="admin-acts">
        {added.map(({ at, words }) => (
          <Button
            key={words}
            startIcon={<Plus size={16} />}
            onClick={() => {
              const key = freeKey('reminder', [...reminders, ...escalations]);
              onChange({ reminders: [...reminders, { key, clock: 'first_response', at, to: ['handler'] }] });
            }}
          >
            {t(words)}
          </Button>
        ))}
      </div>
    </section>
  );
}
