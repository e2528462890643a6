import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { insertRows } from '../platform/insert-rows.sql.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { setNotificationRulesInput } from './notifier-input.ts';

async function requireNotifiers(context: Context, channelIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(channelIds)];
  if (wanted.length === 0) return;
  const found = await context.db
    .selectFrom('channel')
    .select('id')
    .where('id', 'in', wanted)
    .where('kind', '=', 'notifier')
    .execute();
  if (found.length < wanted.length) throw new NotFoundError('channel');
}

/**
 * Says over which channels kinds of notifications leave the product, whether quiet hours hold them, and how long repeats
 * are gathered; all of it or, where one was changed meanwhile, nothing. Throws ConflictError, NotFoundError.
 */
export async function setNotificationRules(
  context: Context,
  input: z.input<typeof setNotificationRulesInput>,
): Promise<void> {
  requirePermission(context.actor, 'channel.manage');
  const { rules } = parseInput(setNotificationRulesInput, input);
  await inTransaction(context, async (context) => {
    await requireNotifiers(
      context,
      rules.flatMap(({ channelIds }) => channelIds),
    );
    const kinds = rules.map(({ kind }) => kind);
    const known = await context.db
      .selectFrom('notificationRule')
      .select(['kind', 'version'])
      .where('kind', 'in', kinds)
      .forUpdate()
      .execute();
    const now = context.now();
    const rows = rules.map(({ kind, expectedVersion, channelIds, ...rule }) => {
      const version = known.find((row) => row.kind === kind)?.version ?? 0;
      if (version !== expectedVersion) throw ConflictError.stale(version);
      const kept = { ...rule, channelIds: JSON.stringify([...new Set(channelIds)]) };
      return { ...kept, kind, version: version + 1, createdAt: now, updatedAt: now };
    });
    const changing = ['channelIds', 'passesQuietHours', 'mergeMinutes', 'version', 'updatedAt'] as const;
    await insertRows(context, 'notificationRule', rows, changing);
    for (const { kind, expectedVersion: _version, ...changes } of rules) {
      await recordAudit(context, {
        action: 'notification_rule.update',
        subjectType: 'notification_rule',
        subjectId: kind,
        changes,
      });
    }
  });
}
