/** What people are told of, as far as it may leave the product. */
export const NOTIFICATION_KINDS = [
  'ticket.assigned',
  'ticket.offered',
  'ticket.returned',
  'ticket.time_limit',
  'ticket.sla_reminded',
  'ticket.sla_breached',
  'ticket.sla_escalated',
  'ticket.message',
  'ticket.mentioned',
  'ticket.copied',
  'ticket.merged',
  'ticket.checklist_assigned',
  'ticket.extension_requested',
  'ticket.extension_approved',
  'ticket.extension_rejected',
  'ticket.watched_comment',
  'ticket.watched_progress',
  'job.finished',
  'job.exported',
  'job.changed',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

const isListed = (kind: string): kind is NotificationKind => NOTIFICATION_KINDS.some((each) => each === kind);

/** Under which kind a notification is ruled; null for what stays in the product. What a job gathers is one kind. */
export function ruledAs(kind: string): NotificationKind | null {
  if (isListed(kind)) return kind;
  return kind.startsWith('job.') ? 'job.changed' : null;
}

/** Where a kind of notification goes beside the product itself. */
export interface NotificationRule {
  channelIds: readonly string[];
  /** Goes out at once also while a person has quiet hours. */
  passesQuietHours: boolean;
  /** For how long repeats about the same record are gathered into one message; 0 for not at all. */
  mergeMinutes: number;
}

const passing: readonly NotificationKind[] = ['ticket.sla_breached', 'ticket.sla_escalated'];

/** The rule of a kind about which nobody has said anything: it stays in the product. */
export const standardRule = (kind: NotificationKind): NotificationRule => ({
  channelIds: [],
  passesQuietHours: passing.includes(kind),
  mergeMinutes: 5,
});
