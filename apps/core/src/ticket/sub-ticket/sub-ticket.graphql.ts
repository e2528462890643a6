import { builder } from '../../graphql/builder.ts';
import { ticketsInReach } from '../ticket-access.ts';
import { Ticket } from '../ticket.graphql.ts';

const most = 100;

builder.objectField(Ticket, 'subTickets', (t) =>
  t.field({
    type: [Ticket],
    description: `Those in the caller’s scope that were made of this ticket, oldest first; ${most} at most. The filter \`parent\` of \`tickets\` pages through more.`,
    resolve: async (ticket, _args, context) => {
      const rows = await context.db
        .selectFrom('ticket')
        .select('id')
        .where('parentId', '=', ticket.id)
        .where('status', '<>', 'draft')
        .where(await ticketsInReach(context, 'ticket.read'))
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },
  }),
);
