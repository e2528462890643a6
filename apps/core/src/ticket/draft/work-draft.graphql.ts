import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { Ticket } from '../ticket.graphql.ts';
import { discardTicketDraft, discardTicketDraftInput } from './discard-ticket-draft.ts';
import { discardWorkDraft } from './discard-work-draft.ts';
import { saveWorkDraft } from './save-work-draft.ts';
import { discardWorkDraftInput, notePlace, saveWorkDraftInput } from './work-draft-input.ts';

interface WorkDraft {
  place: string;
  content: unknown;
  updatedAt: Date;
}

const WorkDraftType = builder.objectRef<WorkDraft>('WorkDraft').implement({
  description: 'What the viewer typed at a step or into the composer of notes and has not sent.',
  fields: (t) => ({
    stepId: t.string({
      nullable: true,
      description: 'Null for the composer of notes.',
      resolve: ({ place }) => (place === notePlace ? null : place),
    }),
    content: t.expose('content', { type: 'JSON' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.objectField(Ticket, 'workDrafts', (t) =>
  t.field({
    type: [WorkDraftType],
    description: "The viewer's own, one a step and one for the composer; nobody else sees them.",
    resolve: (ticket, _args, { db, actor }) =>
      db
        .selectFrom('workDraft')
        .select(['place', 'content', 'updatedAt'])
        .where('agentId', '=', actor.agentId)
        .where('ticketId', '=', ticket.id)
        .limit(100)
        .execute(),
  }),
);

defineMutation({
  name: 'saveWorkDraft',
  description: 'Keeps what the viewer typed at a step or into the composer of notes, until they send it.',
  input: saveWorkDraftInput,
  run: async (context, input) => ({ ticketId: await saveWorkDraft(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});

defineMutation({
  name: 'discardWorkDraft',
  description: 'Throws away what the viewer typed and did not send.',
  input: discardWorkDraftInput,
  run: async (context, input) => ({ ticketId: await discardWorkDraft(context, input) }),
  fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
});

defineMutation({
  name: 'discardTicketDraft',
  description: 'Throws away a ticket that the viewer began and did not send.',
  input: discardTicketDraftInput,
  run: async (context, input) => ({ draftId: await discardTicketDraft(context, input) }),
  fields: (t) => ({ draftId: t.id({ resolve: ({ draftId }) => toGlobalId('Ticket', draftId) }) }),
});
