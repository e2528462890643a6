import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { enumOf } from '../../graphql/zod-input.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { mayLink } from '../../ticket-type/may-create.ts';
import { ticketsInReach } from '../ticket-access.ts';
import { Ticket } from '../ticket.graphql.ts';
import { chosenRelationSchema, linkTicketsInput, unlinkTicketsInput } from './link-input.ts';
import { LINK_RELATIONS, relationOf, type LinkRelation, type StoredLink } from './link-relations.ts';
import { linkTickets } from './link-tickets.ts';
import { unlinkTickets } from './unlink-tickets.ts';

const most = 200;

enumOf('ChosenLinkRelation', chosenRelationSchema, 'How people may link a ticket to another.');
const LinkRelationType = enumOf('LinkRelation', z.enum(LINK_RELATIONS), 'How a ticket stands to another one.');

interface ShownLink {
  id: string;
  relation: LinkRelation;
  otherId: string;
  versionIds: [string, string];
  createdAt: Date;
  createdById: string | null;
}

const TicketLink = builder.objectRef<ShownLink>('TicketLink').implement({
  description: 'How a ticket stands to another one, told from the ticket that was asked.',
  fields: (t) => ({
    id: t.id({ resolve: (link) => toGlobalId('TicketLink', link.id) }),
    relation: t.expose('relation', { type: LinkRelationType }),
    ticket: t.field({ type: Ticket, nullable: true, description: 'The other one.', resolve: (link) => link.otherId }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    createdBy: t.field({ type: Agent, nullable: true, resolve: (link) => link.createdById }),
    mayUnlink: t.boolean({
      description: 'Whether the caller may take it away: the link permission of both types.',
      resolve: async (link, _args, context) => {
        if (link.relation === 'split_from' || link.relation === 'split_into') return false;
        const versions = await Promise.all(link.versionIds.map((id) => loadVersion(context, id)));
        const allowed = await Promise.all(versions.map(({ definition }) => mayLink(context, definition)));
        return allowed.every(Boolean);
      },
    }),
  }),
});

builder.objectFields(Ticket, (t) => ({
  links: t.field({
    type: [TicketLink],
    description: `With tickets in the caller’s scope, oldest first; ${most} at most.`,
    resolve: async (ticket, _args, context): Promise<ShownLink[]> => {
      const inReach = await ticketsInReach(context, 'ticket.read');
      const read = async (here: 'ticketId' | 'otherId', there: 'ticketId' | 'otherId') =>
        context.db
          .selectFrom('ticketLink')
          .innerJoin('ticket', 'ticket.id', `ticketLink.${there}`)
          .selectAll('ticketLink')
          .select('ticket.versionId as otherVersionId')
          .where(`ticketLink.${here}`, '=', ticket.id)
          .where(inReach)
          .orderBy('ticketLink.id')
          .limit(most)
          .execute();
      const rows = [...(await read('ticketId', 'otherId')), ...(await read('otherId', 'ticketId'))];
      return rows
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ otherVersionId, ...row }) => ({
          id: row.id,
          relation: relationOf(row as StoredLink, ticket.id),
          otherId: row.ticketId === ticket.id ? row.otherId : row.ticketId,
          versionIds: [ticket.versionId, otherVersionId],
          createdAt: row.createdAt,
          createdById: row.createdById,
        }));
    },
  }),
  mayLink: t.boolean({
    description: 'Whether the caller may link it with others: the link permission of its type.',
    resolve: async (ticket, _args, context) => {
      if (ticket.status === 'draft' || !context.actor.agentId) return false;
      return mayLink(context, (await loadVersion(context, ticket.versionId)).definition);
    },
  }),
}));

defineMutation({
  name: 'linkTickets',
  description: 'Links two tickets. Needs the link permission of both types.',
  input: linkTicketsInput,
  run: async (context, input) => ({ ticketId: await linkTickets(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});

defineMutation({
  name: 'unlinkTickets',
  description: 'Takes a link away. Needs the link permission of both types.',
  input: unlinkTicketsInput,
  run: async (context, input) => ({ ticketId: await unlinkTickets(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});
