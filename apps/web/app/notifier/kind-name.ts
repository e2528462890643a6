import { NOTIFICATION_KINDS, type NotificationKind } from '@handoff/core/notifier/notification-kind';
import type { TFunction } from 'i18next';

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  NOTIFICATION_KINDS.some((each) => each === kind);

/** What a kind of notification is called. */
export const kindName = (t: TFunction<'notifier'>, kind: string): string =>
  kind === 'test' || isNotificationKind(kind) ? t(`kind.${kind}`) : kind;
