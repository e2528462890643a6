import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { insertRows, type NewRow } from '../platform/insert-rows.sql.ts';
import { muted } from './delivery-fault.ts';
import type { DeliveryState } from './delivery-states.ts';
import { loadRules, type KeptRule } from './load-rules.ts';
import { ruledAs } from './notification-kind.ts';
import { notifierChannels, type NotifierChannel } from './notifier-channels.ts';
import { choiceOf, isMuted, loadWishes, quietEnd, type PersonWishes } from './person/person-settings.ts';
import { wakeNotifier } from './wake-notifier.ts';

/** A notification that has just been made. */
export interface MadeNotification {
  id: string;
  causeId: string;
  agentId: string;
  kind: string;
  subjectId: string;
  /** Over which channels it goes, where whoever caused it says so; else the rule of its kind says it. */
  channelIds?: readonly string[] | undefined;
}

type DeliveryRow = NewRow<'notificationDelivery'> & { state: DeliveryState };

/** One that a repeat may be merged into, or has to keep its distance from. */
interface Earlier {
  id: string;
  channelId: string;
  mergeKey: string;
  state: DeliveryState;
  nextAt: Date | null;
  createdAt: Date;
  /** Of those that are planned together. */
  causeId: string | null;
}

interface Wanted {
  notification: MadeNotification;
  channel: NotifierChannel;
  rule: KeptRule;
  wishes: PersonWishes;
  mergeKey: string;
}

const minuteMs = 60_000;
const longestMergeMinutes = 24 * 60;
/** How long after it was due a notification is still news (ms). */
export const newsMs = 24 * 60 * minuteMs;

/** Whoever reads along in a group is told once, whomever else it concerns. */
const mergeKeyOf = ({ agentId, subjectId }: MadeNotification, kind: string, channel: NotifierChannel): string =>
  channel.service.audience === 'group' ? `${kind}:${subjectId}` : `${agentId}:${kind}:${subjectId}`;

/** Whether a notification goes over a channel: what the person says, else what its cause or the company says. */
function isWanted(notification: MadeNotification, channel: NotifierChannel, rule: KeptRule, wishes: PersonWishes) {
  const isUsual = (notification.channelIds ?? rule.channelIds).includes(channel.id);
  const choice = choiceOf(wishes, rule.kind, channel.id);
  // Nobody can have their news told to a whole group when the company does not.
  return channel.service.audience === 'group' ? isUsual && choice !== false : (choice ?? isUsual);
}

const isWaiting = ({ state }: { state: DeliveryState }): boolean => state === 'queued' || state === 'held';

/** What has gone or waits for the same people about the same records, the newest first; waiting ones are locked. */
async function findEarlier(context: Context, wanted: readonly Wanted[], now: Date): Promise<Earlier[]> {
  const since = new Date(now.getTime() - longestMergeMinutes * minuteMs);
  const found = await context.db
    .selectFrom('notificationDelivery')
    .select(['id', 'channelId', 'mergeKey', 'createdAt'])
    .where('channelId', 'in', [...new Set(wanted.map(({ channel }) => channel.id))])
    .where('mergeKey', 'in', [...new Set(wanted.map(({ mergeKey }) => mergeKey))])
    .where('createdAt', '>', since)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute();
  if (found.length === 0) return [];
  // Looked at again under a lock: what a sender has taken up by now takes nothing in any more.
  const ids = found.map(({ id }) => id);
  const locked = await context.db
    .selectFrom('notificationDelivery')
    .select(['id', 'state', 'nextAt'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  const byId = new Map(locked.map((row) => [row.id, row]));
  return found.flatMap((row) => {
    const now = byId.get(row.id);
    return now ? [{ ...row, state: now.state as DeliveryState, nextAt: now.nextAt, causeId: null }] : [];
  });
}

/** How one notification leaves over one channel, after what went before it. */
function plan({ notification, channel, rule, wishes, mergeKey }: Wanted, earlier: readonly Earlier[], now: Date) {
  const row = {
    id: newId(),
    expiresAt: new Date(now.getTime() + newsMs),
    channelId: channel.id,
    notificationId: notification.id,
    agentId: notification.agentId,
    kind: rule.kind,
    mergeKey,
    isUrgent: rule.passesQuietHours,
    createdAt: now,
    updatedAt: now,
  };
  if (isMuted(wishes, now)) return { ...row, state: 'skipped', fault: JSON.stringify(muted) } as const;
  const quiet = rule.passesQuietHours ? null : quietEnd(wishes, now);
  const since = now.getTime() - rule.mergeMinutes * minuteMs;
  const same = earlier.filter(
    (one) => one.channelId === channel.id && one.mergeKey === mergeKey && one.createdAt.getTime() > since,
  );
  const last = same.find((one) => one.state === 'sent' || one.state === 'sending');
  const rested = last && !rule.passesQuietHours ? last.createdAt.getTime() + rule.mergeMinutes * minuteMs : 0;
  const nextAt = new Date(Math.max(now.getTime(), quiet?.getTime() ?? 0, rested));
  const expiresAt = new Date(nextAt.getTime() + newsMs);
  const host = [
    ...earlier.filter((one) => one.channelId === channel.id && one.causeId === notification.causeId),
    ...same,
  ].find((one) => one.mergeKey === mergeKey && isWaiting(one) && one.nextAt !== null && one.nextAt <= nextAt);
  if (host) return { ...row, state: 'merged', mergedIntoId: host.id } as const;
  return { ...row, state: quiet ? 'held' : 'queued', nextAt, expiresAt } as const;
}

/**
 * Decides over which channels these notifications leave the product, and when, and writes a delivery for each, in the
 * transaction that made them. Where no channel is set up that costs a look into what is kept for a moment.
 */
export async function planDeliveries(context: Context, made: readonly MadeNotification[]): Promise<void> {
  const channels = (await notifierChannels(context)).filter(({ isActive }) => isActive);
  if (channels.length === 0 || made.length === 0) return;
  const rules = new Map((await loadRules(context)).map((rule) => [rule.kind, rule]));
  const wishes = await loadWishes(
    context,
    made.map(({ agentId }) => agentId),
  );
  const wanted = made.flatMap((notification) => {
    const kind = ruledAs(notification.kind);
    const rule = kind && rules.get(kind);
    const own = wishes.get(notification.agentId);
    if (!rule || !own) return [];
    return channels
      .filter((channel) => isWanted(notification, channel, rule, own))
      .map((channel): Wanted => {
        const mergeKey = mergeKeyOf(notification, rule.kind, channel);
        return { notification, channel, rule, wishes: own, mergeKey };
      });
  });
  if (wanted.length === 0) return;
  const now = context.now();
  const earlier = await findEarlier(context, wanted, now);
  const rows: DeliveryRow[] = [];
  for (const one of wanted) {
    const row = plan(one, earlier, now);
    rows.push(row);
    const nextAt = 'nextAt' in row ? row.nextAt : null;
    earlier.unshift({ ...row, nextAt, causeId: one.notification.causeId });
  }
  await insertRows(context, 'notificationDelivery', rows);
  const waiting = new Set(rows.filter(isWaiting).map(({ channelId }) => channelId));
  for (const channelId of waiting) await wakeNotifier(context, channelId);
}
