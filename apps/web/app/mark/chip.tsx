import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'mute' | 'accent' | 'ok' | 'warn' | 'bad' | 'info' | 'plum';

interface ChipProps {
  tone?: Tone;
  icon?: LucideIcon;
  /** Without the tinted ground, for rows and dense text. */
  isPlain?: boolean;
  isStrong?: boolean;
  children: ReactNode;
}

export function Chip({ tone = 'mute', icon: Icon, isPlain = false, isStrong = false, children }: ChipProps) {
  const classes = ['chip', tone, isPlain && `plain tone-${tone}`, isStrong && 'strong'].filter(Boolean).join(' ');
  return (
    <span className={classes}>
      {Icon && <Icon />}
      {children}
    </span>
  );
}
