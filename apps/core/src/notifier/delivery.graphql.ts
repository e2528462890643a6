import { sql, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { defineFilter } from '../graphql/filter.ts';
import { recordType } from '../graphql/record.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { may } from '../identity/actor.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { Context } from '../platform/context.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { deliveryState } from './delivery-fault.ts';

interface DeliveryRow extends Selectable<DB['notificationDelivery']> {
  /** Of its notification; a test message has none. */
  subjectType: string | null;
  subjectId: string | null;
}

const DeliveryStateType = enumOf(
  'NotificationDeliveryState',
  deliveryState,
  'HELD: waits for the end of quiet hours. MERGED: another message speaks of it too. SKIPPED: was not to be sent. GAVE_UP: tried until there was no more to hope for.',
);

/** The deliveries that the caller may see. */
const deliveriesInReach = ({ actor }: Context) =>
  may(actor, 'channel.manage') ? sql<boolean>`TRUE` : sql<boolean>`FALSE`;

const selectDeliveries = (context: Context) =>
  context.db
    .selectFrom('notificationDelivery')
    .leftJoin('notification', 'notification.id', 'notificationDelivery.notificationId')
    .selectAll('notificationDelivery')
    .select(['notification.subjectType', 'notification.subjectId'])
    .where(deliveriesInReach(context));

export const NotificationDelivery = recordType<DeliveryRow>('NotificationDelivery', async (context, ids) => {
  return inOrderOf(ids, await selectDeliveries(context).where('notificationDelivery.id', 'in', ids).execute());
});

NotificationDelivery.implement({
  description: 'A notification on its way out over a channel, and what became of it.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'As in `notificationRules`; `test` for a test message.' }),
    state: t.field({ type: DeliveryStateType, resolve: ({ state }) => deliveryState.parse(state) }),
    agent: t.field({ type: Agent, nullable: true, description: 'For whom.', resolve: ({ agentId }) => agentId }),
    isUrgent: t.exposeBoolean('isUrgent', { description: 'Passes quiet hours.' }),
    attempts: t.exposeInt('attempts'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    nextAt: t.expose('nextAt', { type: 'DateTime', nullable: true, description: 'When it is tried next.' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
    mergedIntoId: t.field({
      type: 'ID',
      nullable: true,
      description: 'Whose message speaks of this one too.',
      resolve: ({ mergedIntoId }) => mergedIntoId && toGlobalId('NotificationDelivery', mergedIntoId),
    }),
    ticket: t.field({
      type: Ticket,
      nullable: true,
      description: 'What it is about, if the viewer may see it.',
      resolve: ({ subjectType, subjectId }) => (subjectType === 'ticket' ? subjectId : null),
    }),
  }),
});

const deliveryFilter = defineFilter('NotificationDeliveryFilter', {
  channel: { kind: 'id', node: 'Channel', column: 'notification_delivery.channel_id' },
  agent: { kind: 'id', node: 'Agent', column: 'notification_delivery.agent_id' },
  state: {
    kind: 'enum',
    type: DeliveryStateType,
    name: 'NotificationDeliveryState',
    column: 'notification_delivery.state',
  },
});

const newestFirst: OrderColumn[] = [
  { column: 'notification_delivery.id', direction: 'desc', valueOf: (row: DeliveryRow) => row.id },
];

builder.queryField('notificationDeliveries', (t) =>
  t.connection({
    type: NotificationDelivery,
    description: 'The delivery log, newest first. Needs channel.manage; without it there is nothing.',
    args: { filter: t.arg({ type: deliveryFilter.Input }) },
    resolve: async (_root, { filter, ...args }, context) => {
      const query = selectDeliveries(context).where(await deliveryFilter.where(filter, context));
      const page = await readPage(query, newestFirst, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);
