import { sql } from 'kysely';
import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { nameMatches } from '../../identity/agent/agents.graphql.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import { Ticket } from '../ticket.graphql.ts';
import { maySeeTicket } from '../who-may-see.sql.ts';
import { watchTicketInput } from './watch-input.ts';
import { unwatchTicket, watchTicket } from './watch-ticket.ts';

const mostWatchers = 100;
const mostChoices = 8;

interface Choice {
  id: string;
  maySee: boolean;
}

const MentionChoice = builder.objectRef<Choice>('MentionChoice').implement({
  description: 'Somebody who may be meant by a mention.',
  fields: (t) => ({
    agent: t.field({ type: Agent, nullable: true, resolve: (choice) => choice.id }),
    maySee: t.exposeBoolean('maySee', { description: 'Only who may see the ticket can be mentioned on it.' }),
  }),
});

builder.objectFields(Ticket, (t) => ({
  watchers: t.field({
    type: [Agent],
    description: `Who hears of its notes and progress; ${mostWatchers} at most.`,
    resolve: async (ticket, _args, context) => {
      const rows = await context.db
        .selectFrom('ticketWatcher')
        .select('agentId')
        .where('ticketId', '=', ticket.id)
        .orderBy('since')
        .limit(mostWatchers)
        .execute();
      return rows.map(({ agentId }) => agentId);
    },
  }),
  isWatching: t.boolean({
    description: 'Whether the caller watches it.',
    resolve: async (ticket, _args, context) => {
      const row = await context.db
        .selectFrom('ticketWatcher')
        .select('agentId')
        .where('ticketId', '=', ticket.id)
        .where('agentId', '=', context.actor.agentId ?? '')
        .executeTakeFirst();
      return row !== undefined;
    },
  }),
  mentionChoices: t.field({
    type: [MentionChoice],
    description: `Active colleagues whose name begins or is written so, those who may see the ticket first; ${mostChoices} at most.`,
    args: { search: t.arg.string({ required: true }) },
    resolve: async (ticket, { search }, context) => {
      const rows = await context.db
        .selectFrom('agent')
        .select(['agent.id', sql<number>`${maySeeTicket(ticket.id)}`.as('maySee')])
        .where('agent.isActive', '=', true)
        .where('agent.id', '<>', context.actor.agentId ?? '')
        .where(nameMatches(search.slice(0, 60)))
        .orderBy('maySee', 'desc')
        .orderBy('agent.namePinyin')
        .limit(mostChoices)
        .execute();
      return rows.map(({ id, maySee }) => ({ id, maySee: Boolean(maySee) }));
    },
  }),
}));

defineMutation({
  name: 'watchTicket',
  description: 'Lets the caller hear of a ticket that they may see.',
  input: watchTicketInput,
  run: async (context, input) => ({ ticketId: await watchTicket(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});

defineMutation({
  name: 'unwatchTicket',
  description: 'Lets the caller hear no more of a ticket.',
  input: watchTicketInput,
  run: async (context, input) => ({ ticketId: await unwatchTicket(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});
