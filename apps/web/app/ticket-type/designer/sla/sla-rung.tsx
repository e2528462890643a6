import { CLOCK_KINDS, type ClockKind, type SlaAudience } from '@handoff/core/sla/policy/sla-policy';
import IconButton from '@mui/material/IconButton';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { ChannelChoice } from '~/notifier/channel-choice.tsx';
import { useDraft } from '../draft-context.tsx';
import { AudienceChoice } from './audience-choice.tsx';

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
  const { lists } = useDraft();
  return (
    <li className="rung">
      <SelectInput
        name={`${rung.key}-clock`}
        label={t('sla.clock')}
        value={rung.clock}
        options={CLOCK_KINDS.map((kind) => ({ value: kind, label: t(`clock.${kind}`) }))}
        onChange={(next) => next && onChange({ ...rung, clock: next as ClockKind })}
      />
      {children}
      <AudienceChoice to={rung.to} onChange={(to) => onChange({ ...rung, to })} />
      <ChannelChoice
        channels={lists.notifierChannels}
        value={rung.channelIds}
        onChange={(channelIds) => onChange({ ...rung, channelIds })}
      />
      <IconButton aria-label={t('remove')} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </li>
  );
}
