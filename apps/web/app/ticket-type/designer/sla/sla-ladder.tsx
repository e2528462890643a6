import type { Escalation, SlaPolicy } from '@handoff/core/sla/policy/sla-policy';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { DurationInput } from '../duration-input.tsx';
import { freeKey } from '../free-key.ts';
import { SlaRung } from './sla-rung.tsx';

export interface LadderProps {
  policy: SlaPolicy;
  onChange: (next: Partial<SlaPolicy>) => void;
}

interface RungTimeProps {
  escalation: Escalation;
  onChange: (escalation: Escalation) => void;
}

function RungTime({ escalation, onChange }: RungTimeProps) {
  const { t } = useTranslation('designer');
  const { key, afterSeconds, repeat } = escalation;
  return (
    <>
      <DurationInput
        isServiceTime
        name={`${key}-time`}
        label={t('sla.after')}
        value={afterSeconds}
        onChange={(seconds = 0) => onChange({ ...escalation, afterSeconds: seconds })}
      />
      <DurationInput
        isServiceTime
        name={`${key}-every`}
        label={t('sla.every')}
        value={repeat?.everySeconds}
        onChange={(everySeconds) => {
          const { repeat: before, ...once } = escalation;
          onChange(
            everySeconds === undefined ? once : { ...once, repeat: { everySeconds, times: before?.times ?? 1 } },
          );
        }}
      />
      {repeat && (
        <TextInput
          name={`${key}-times`}
          label={t('sla.times')}
          type="number"
          min={1}
          max={100}
          value={String(repeat.times)}
          onChange={(text) => onChange({ ...escalation, repeat: { ...repeat, times: Math.round(Number(text)) } })}
        />
      )}
    </>
  );
}

/** Who is told, step by step, while a clock goes on after its breach. */
export function SlaLadder({ policy: { reminders, escalations }, onChange }: LadderProps) {
  const { t } = useTranslation('designer');
  const set = (index: number, escalation: Escalation) => onChange({ escalations: escalations.with(index, escalation) });
  return (
    <section className="admin-section">
      <h2>{t('sla.escalations')}</h2>
      <ul className="ladder">
        {escalations.map((escalation, index) => (
          <SlaRung
            key={escalation.key}
            rung={escalation}
            onChange={(next) => set(index, next)}
            onRemove={() => onChange({ escalations: escalations.toSpliced(index, 1) })}
          >
            <RungTime escalation={escalation} onChange={(next) => set(index, next)} />
          </SlaRung>
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
  );
}
