import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { Job } from '../job/job.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { readNotifications, readNotificationsInput } from './read-notifications.ts';

type NotificationRow = Selectable<DB['notification']>;

export const Notification = recordType<NotificationRow>('Notification', async (context, ids) => {
  const rows = await context.db
    .selectFrom('notification')
    .selectAll()
    .where('id', 'in', ids)
    .where('agentId', '=', context.actor.agentId)
    .execute();
  return inOrderOf(ids, rows);
});

Notification.implement({
  description: 'Something that the viewer should know or do.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    params: t.expose('params', { type: 'JSON', description: 'What its sentence speaks of.' }),
    isActionable: t.exposeBoolean('isActionable', { description: 'Needs the viewer, rather than informing them.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    readAt: t.expose('readAt', { type: 'DateTime', nullable: true }),
    ticket: t.field({
      type: Ticket,
      nullable: true,
      resolve: (notification) => (notification.subjectType === 'ticket' ? notification.subjectId : null),
    }),
    job: t.field({
      type: Job,
      nullable: true,
      resolve: (notification) => (notification.subjectType === 'job' ? notification.subjectId : null),
    }),
  }),
});

const newestFirst: OrderColumn[] = [
  { column: 'notification.id', direction: 'desc', valueOf: (row: NotificationRow) => row.id },
];

builder.queryField('notifications', (t) =>
  t.connection({
    type: Notification,
    description: "The viewer's own, newest first.",
    args: { isUnread: t.arg.boolean() },
    resolve: async (_root, { isUnread, ...args }, context) => {
      const query = context.db
        .selectFrom('notification')
        .selectAll()
        .where('agentId', '=', context.actor.agentId)
        .$if(isUnread === true, (unread) => unread.where('readAt', 'is', null));
      const page = await readPage(query, newestFirst, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);

defineMutation({
  name: 'readNotifications',
  description: "Marks some of the viewer's notifications as read, or all of them.",
  input: readNotificationsInput,
  run: async (context, input) => ({ readCount: await readNotifications(context, input) }),
  fields: (t) => ({ readCount: t.exposeInt('readCount') }),
});
