import { CircleCheck, CirclePause, Clock, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Tone } from '~/mark/chip.tsx';

const marks = {
  running: { icon: Clock, tone: 'accent' },
  due_soon: { icon: TriangleAlert, tone: 'warn' },
  breached: { icon: OctagonAlert, tone: 'bad' },
  paused: { icon: CirclePause, tone: 'mute' },
  met: { icon: CircleCheck, tone: 'ok' },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

export type SlaState = keyof typeof marks;

interface SlaMarkProps {
  state: SlaState;
  /** Time in words, as a bar alone says nothing: "48 min left". */
  text: string;
  /** 0 to 1 of the time that is used; without it no bar is drawn. */
  usedShare?: number;
}

export function SlaMark({ state, text, usedShare }: SlaMarkProps) {
  const { icon: Icon, tone } = marks[state];
  const isUrgent = state === 'due_soon' || state === 'breached';
  const share = Math.min(1, Math.max(0, usedShare ?? 0));
  return (
    <span className={`sla ${state === 'running' ? '' : `tone-${tone}`} ${isUrgent ? 'is-urgent' : ''}`}>
      <Icon size={14} />
      <span className="sla-text">{text}</span>
      {usedShare !== undefined && (
        <span className={`meter ${tone}`} aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </span>
  );
}
