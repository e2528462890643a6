import { CLOCK_KINDS, type ClockKind, type SlaAudience } from '@handoff/core/sla/policy/sla-policy';
import IconButton from '@mui/material/IconButton';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { ToldWhom } from './told-whom.tsx';

interface Told {
  key: string;
  clock: ClockKind;
  to: SlaAudience[];
  channelIds?: string[] | undefined;
}

interface SlaRungProps<Rung extends Told> {
  rung: Rung;
  onChange: (rung: Rung) => void;
  onRemove: () => void;
  /** When it is said. */
  children: ReactNode;
}

/** A reminder or a step of the ladder: of which clock, when, to whom and over which channels. */
export function SlaRung<Rung extends Told>({ rung, onChange, onRemove, children }: SlaRungProps<Rung>) {
  const { t } = useTranslation('designer');
  return (
    <li className="rung">
      <div className="rung-when">
        <SelectInput
          name={`${rung.key}-clock`}
          label={t('sla.clock')}
          value={rung.clock}
          options={CLOCK_KINDS.map((kind) => ({ value: kind, label: t(`clock.${kind}`) }))}
          onChange={(next) => next && onChange({ ...rung, clock: next as ClockKind })}
        />
        {children}
      </div>
      <ToldWhom notice={rung} onChange={(told) => onChange({ ...rung, ...told })} />
      <IconButton className="rung-remove" aria-label={t('remove')} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </li>
  );
}
