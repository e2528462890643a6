import {
  ChevronDown,
  ChevronsUp,
  ChevronUp,
  Circle,
  CircleArrowLeft,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  Clock,
  Minus,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '~/mark/chip.tsx';

const statusMarks = {
  draft: { icon: CircleDashed, tone: 'mute' },
  pending: { icon: Circle, tone: 'mute' },
  in_progress: { icon: Clock, tone: 'accent' },
  returned: { icon: CircleArrowLeft, tone: 'warn' },
  suspended: { icon: CirclePause, tone: 'mute' },
  completed: { icon: CircleCheck, tone: 'ok' },
  cancelled: { icon: CircleX, tone: 'mute' },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

const urgencyMarks = {
  low: { icon: ChevronDown, tone: 'mute' },
  normal: { icon: Minus, tone: 'mute' },
  high: { icon: ChevronUp, tone: 'warn' },
  urgent: { icon: ChevronsUp, tone: 'bad' },
} satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

export type TicketStatus = keyof typeof statusMarks;
export type Urgency = keyof typeof urgencyMarks;

export function StatusMark({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('ticket');
  return <Chip {...statusMarks[status]}>{t(`status.${status}`)}</Chip>;
}

/** Only the icon, for the front of a title in a row; its word is there for screen readers and on hover. */
export function StatusIcon({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('ticket');
  const { icon: Icon, tone } = statusMarks[status];
  return (
    <span className={`tone-${tone}`} title={t(`status.${status}`)}>
      <Icon size={14} />
      <span className="visually-hidden">{t(`status.${status}`)}</span>
    </span>
  );
}

export function UrgencyMark({ urgency, isPlain = true }: { urgency: Urgency; isPlain?: boolean }) {
  const { t } = useTranslation('ticket');
  return (
    <Chip {...urgencyMarks[urgency]} isPlain={isPlain} isStrong={urgency === 'urgent'}>
      {t(`urgency.${urgency}`)}
    </Chip>
  );
}
