import {
  AlarmClock,
  ArrowLeftRight,
  ChevronsUp,
  CircleArrowLeft,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CirclePlus,
  CircleX,
  Clock,
  GitBranchPlus,
  Hand,
  Info,
  OctagonAlert,
  SquarePen,
  Tag,
  Timer,
  UserPlus,
  Zap,
  type LucideIcon,
} from 'lucide-react';

const icons = {
  created: CirclePlus,
  accepted: Hand,
  submitted: CircleCheck,
  approved: CircleCheck,
  rejected: CircleX,
  rolled_back: CircleArrowLeft,
  reassigned: ArrowLeftRight,
  countersign_asked: UserPlus,
  suspended: CirclePause,
  resumed: CirclePlay,
  cancelled: CircleX,
  urgency_changed: ChevronsUp,
  timer_fired: Timer,
  automatic_finished: Zap,
  sub_ticket_created: GitBranchPlus,
  tags_changed: Tag,
  answers_changed: SquarePen,
  sla_reminded: AlarmClock,
  sla_breached: OctagonAlert,
  sla_escalated: Clock,
} satisfies Record<string, LucideIcon>;

export type EventKind = keyof typeof icons;

export const isKnownEvent = (kind: string): kind is EventKind => Object.hasOwn(icons, kind);
export const eventIcon = (kind: string): LucideIcon => (isKnownEvent(kind) ? icons[kind] : Info);
