import {
  AlarmClock,
  ArrowLeftRight,
  ChevronsUp,
  CalendarClock,
  CircleArrowLeft,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CirclePlus,
  CircleX,
  Clock,
  GitBranchPlus,
  Link2,
  Link2Off,
  Hand,
  Info,
  OctagonAlert,
  Timer,
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
  suspended: CirclePause,
  resumed: CirclePlay,
  cancelled: CircleX,
  urgency_changed: ChevronsUp,
  timer_fired: Timer,
  automatic_finished: Zap,
  sub_ticket_created: GitBranchPlus,
  extension_requested: CalendarClock,
  extension_approved: CircleCheck,
  extension_rejected: CircleX,
  extension_withdrawn: CircleArrowLeft,
  linked: Link2,
  unlinked: Link2Off,
  sla_reminded: AlarmClock,
  sla_breached: OctagonAlert,
  sla_escalated: Clock,
} satisfies Record<string, LucideIcon>;

export type EventKind = keyof typeof icons;

export const isKnownEvent = (kind: string): kind is EventKind => Object.hasOwn(icons, kind);
export const eventIcon = (kind: string): LucideIcon => (isKnownEvent(kind) ? icons[kind] : Info);
