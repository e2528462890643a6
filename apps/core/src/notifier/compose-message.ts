import type { NotifierMessage, NotifierRecipient } from '@handoff/plugin-sdk';
import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { toGlobalId } from '../graphql/global-id.ts';
import { loadCompany } from '../identity/company/load-company.ts';
import type { Context } from '../platform/context.ts';
import { localize } from '../platform/text/localize.ts';
import type { Locale } from '../platform/text/localized-text.ts';
import { whoMaySee } from '../ticket/who-may-see.sql.ts';
import { noEmail, outOfSight, type DeliveryFault } from './delivery-fault.ts';
import { ruledAs, type NotificationKind } from './notification-kind.ts';
import type { NotifierChannel } from './notifier-channels.ts';
import { coverNumbers, reasonOf } from './reason-words.ts';

type DeliveryRow = Selectable<DB['notificationDelivery']>;
type NotificationRow = Selectable<DB['notification']>;

const longestTitle = 200;
const longestText = 500;

/** Why there is no message: nobody may have it, or nobody could get it. */
export interface NoMessage {
  state: 'skipped' | 'refused';
  fault: DeliveryFault;
}

/** What a delivery speaks of: its own notification and those that were merged into it, the oldest first. */
async function notificationsOf(context: Context, delivery: DeliveryRow): Promise<NotificationRow[]> {
  return context.db
    .selectFrom('notification')
    .selectAll('notification')
    .innerJoin('notificationDelivery', 'notificationDelivery.notificationId', 'notification.id')
    .where((eb) =>
      eb.or([
        eb('notificationDelivery.id', '=', delivery.id),
        eb('notificationDelivery.mergedIntoId', '=', delivery.id),
      ]),
    )
    .orderBy('notification.id')
    .limit(500)
    .execute();
}

interface Person extends NotifierRecipient {
  id: string;
  locale: Locale | null;
}

/** The active ones of these people, with the language that they have chosen. */
export async function loadPeople(context: Context, agentIds: readonly string[]): Promise<Person[]> {
  if (agentIds.length === 0) return [];
  const rows = await context.db
    .selectFrom('agent')
    .leftJoin('agentPreference', (join) =>
      join.onRef('agentPreference.agentId', '=', 'agent.id').on('agentPreference.key', '=', 'locale'),
    )
    .select(['agent.id', 'name', 'loginName', 'workNumber', 'email', 'phone', 'agentPreference.setting'])
    .where('agent.id', 'in', agentIds)
    .where('agent.isActive', '=', true)
    .orderBy('agent.id')
    .execute();
  return rows.map(({ setting, ...person }) => ({
    ...person,
    locale: setting === 'en' || setting === 'zh' ? setting : null,
  }));
}

export const recipientOf = ({ name, loginName, workNumber, email, phone }: Person): NotifierRecipient => ({
  name,
  loginName,
  workNumber,
  email,
  phone,
});

/** One person's own language; a group's is the company's. */
export async function languageFor(
  context: Context,
  channel: NotifierChannel,
  people: readonly Person[],
): Promise<Locale> {
  const own = channel.service.audience === 'person' ? people[0]?.locale : null;
  return own ?? (await loadCompany(context)).locale;
}

function addressOf(context: Context, { subjectType, subjectId, kind, params }: NotificationRow): string | null {
  if (!context.publicUrl) return null;
  const base = context.publicUrl.replace(/\/$/, '');
  const { number } = params as { number?: unknown };
  if (subjectType === 'ticket' && typeof number === 'string') return `${base}/tickets/${encodeURIComponent(number)}`;
  if (subjectType === 'job' && kind !== 'job.exported') {
    return `${base}/records/jobs/${encodeURIComponent(toGlobalId('Job', subjectId))}`;
  }
  return null;
}

function titleOf({ subjectType, params }: NotificationRow, locale: Locale): string {
  const { number, title } = params as { number?: unknown; title?: unknown };
  if (subjectType !== 'ticket') return localize({ en: 'Background job', zh: '后台任务' }, locale);
  const name = typeof title === 'string' ? coverNumbers(title) : '';
  return `${typeof number === 'string' ? number : ''} ${name}`.trim().slice(0, longestTitle);
}

const times = (count: number, locale: Locale): string =>
  count > 1 ? localize({ en: ` (${count} times)`, zh: `（共 ${count} 次）` }, locale) : '';

/**
 * What a delivery says now, to those of its people who still may see the record: number and name of the ticket, what
 * happened to it, how often, and where it is. Numbers of customers are covered. Answers why there is nothing to send.
 */
export async function composeMessage(
  context: Context,
  delivery: DeliveryRow,
  channel: NotifierChannel,
): Promise<NotifierMessage | NoMessage> {
  const notifications = await notificationsOf(context, delivery);
  const newest = notifications.at(-1);
  if (!newest) return { state: 'skipped', fault: outOfSight };
  const named = [...new Set(notifications.map(({ agentId }) => agentId))];
  const seeing = newest.subjectType === 'ticket' ? await whoMaySee(context, newest.subjectId, named) : named;
  const people = await loadPeople(context, seeing);
  if (people.length === 0) return { state: 'skipped', fault: outOfSight };
  const reachable = channel.service.needs === 'email' ? people.filter(({ email }) => email) : people;
  if (reachable.length === 0) return { state: 'refused', fault: noEmail };
  const locale = await languageFor(context, channel, reachable);
  const kind: NotificationKind = ruledAs(newest.kind) ?? 'job.changed';
  const reason = localize(reasonOf(kind, newest.params as Record<string, unknown>), locale);
  const count = new Set(notifications.map(({ causeId }) => causeId)).size;
  return {
    id: delivery.id,
    kind,
    locale,
    title: titleOf(newest, locale),
    text: `${reason.slice(0, longestText)}${times(count, locale)}`,
    url: addressOf(context, newest),
    isUrgent: delivery.isUrgent,
    at: newest.createdAt,
    recipients: reachable.map(recipientOf),
  };
}
