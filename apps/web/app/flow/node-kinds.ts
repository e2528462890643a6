import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import {
  Bell,
  Check,
  CircleCheck,
  Diamond,
  Headset,
  Mail,
  Merge,
  Network,
  Play,
  Split,
  Timer,
  Webhook,
  type LucideIcon,
} from 'lucide-react';

export const nodeIcons: Record<FlowNodeKind, LucideIcon> = {
  start: Play,
  handle: Headset,
  approve: CircleCheck,
  cc: Mail,
  notify: Bell,
  wait: Timer,
  branch: Diamond,
  parallel_split: Split,
  parallel_join: Merge,
  webhook: Webhook,
  sub_ticket: Network,
  end: Check,
};
