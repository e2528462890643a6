import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';
import { NOTIFICATION_KINDS, standardRule, type NotificationKind, type NotificationRule } from './notification-kind.ts';

/** A rule as it stands; version 0 where nobody has changed it yet. */
export interface KeptRule extends NotificationRule {
  kind: NotificationKind;
  version: number;
}

const channelIds = z.array(z.string());

/** The rule of every kind, in their order. */
export const loadRules = (context: Context): Promise<KeptRule[]> =>
  keepForAMoment(context.pool, 'notification-rules', async () => {
    const rows = await context.pool.selectFrom('notificationRule').selectAll().execute();
    return NOTIFICATION_KINDS.map((kind) => {
      const row = rows.find((each) => each.kind === kind);
      if (!row) return { kind, version: 0, ...standardRule(kind) };
      const { passesQuietHours, mergeMinutes, version } = row;
      return { kind, version, passesQuietHours, mergeMinutes, channelIds: channelIds.parse(row.channelIds) };
    });
  });
