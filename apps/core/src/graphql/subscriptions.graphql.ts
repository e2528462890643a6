import type { EventRow } from '../platform/event/event-tail.ts';
import type { Context } from '../platform/context.ts';
import { ticketsInReach } from '../ticket/ticket-access.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { Notification } from '../work/notification.graphql.ts';
import { builder } from './builder.ts';
import { followEvents } from './follow-events.ts';
import { fromGlobalId } from './global-id.ts';

/** The tail of this process. Throws where there is none, which only a misbuilt context can cause. */
export function tailOf(context: Context) {
  if (!context.tail) throw new Error('no event tail in this process');
  return context.tail;
}

const afterArg = 'The last eventId seen; what came since is told first.';

const TicketChange = builder.objectRef<EventRow>('TicketChange').implement({
  description: 'Something happened to a ticket.',
  fields: (t) => ({
    eventId: t.exposeString('id', { description: 'Resume from it.' }),
    kind: t.string({ resolve: (event) => event.kind.replace(/^ticket\./, '') }),
    at: t.expose('at', { type: 'DateTime' }),
    sequence: t.int({
      nullable: true,
      resolve: (event) => (event.payload as { sequence?: number }).sequence ?? null,
    }),
    ticket: t.field({ type: Ticket, nullable: true, resolve: (event) => event.subjectId }),
  }),
});

async function isVisibleTicket(event: EventRow, context: Context): Promise<boolean> {
  const inReach = await ticketsInReach(context, 'ticket.read');
  const row = await context.db
    .selectFrom('ticket')
    .select('id')
    .where('id', '=', event.subjectId)
    .where(inReach)
    .executeTakeFirst();
  return row !== undefined;
}

builder.subscriptionField('ticketEvents', (t) =>
  t.field({
    type: TicketChange,
    description: "What happens to tickets in the caller's scope.",
    args: { after: t.arg.string({ description: afterArg }), ticketId: t.arg.id() },
    subscribe: (_root, { after, ticketId }, context) => {
      const only = ticketId ? fromGlobalId('Ticket', ticketId) : null;
      return followEvents(context, tailOf(context), {
        kinds: ['ticket'],
        after,
        isVisible: (event, fresh) => (ticketId && event.subjectId !== only ? false : isVisibleTicket(event, fresh)),
      });
    },
    resolve: (event) => event,
  }),
);

const NotificationChange = builder.objectRef<EventRow>('NotificationChange').implement({
  description: 'A new notification for the viewer.',
  fields: (t) => ({
    eventId: t.exposeString('id', { description: 'Resume from it.' }),
    notification: t.field({ type: Notification, nullable: true, resolve: (event) => event.subjectId }),
  }),
});

builder.subscriptionField('notifications', (t) =>
  t.field({
    type: NotificationChange,
    description: "The viewer's new notifications.",
    args: { after: t.arg.string({ description: afterArg }) },
    subscribe: (_root, { after }, context) =>
      followEvents(context, tailOf(context), {
        kinds: ['notification'],
        after,
        isVisible: (event) => event.agentId !== null && event.agentId === context.actor.agentId,
      }),
    resolve: (event) => event,
  }),
);
