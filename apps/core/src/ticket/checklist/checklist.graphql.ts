import { builder } from '../../graphql/builder.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { isFinished } from '../../flow/flow-state.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import { stateOf, Ticket } from '../ticket.graphql.ts';
import { ticketMutation } from '../ticket-mutation.ts';
import * as change from './change-checklist.ts';
import * as inputs from './checklist-input.ts';
import { wordsOf, type ChecklistRow } from './lock-checklist.ts';

interface ShownItem extends ChecklistRow {
  /** Whether the step that brought it is still open. */
  isHolding: boolean;
}

const ChecklistItem = builder.objectRef<ShownItem>('ChecklistItem').implement({
  description: 'Something to tick off on a ticket.',
  fields: (t) => ({
    id: t.id({ resolve: (item) => toGlobalId('ChecklistItem', item.id) }),
    text: t.string({
      description: "In the caller's language, where the step brought it.",
      resolve: (item, _args, context) => wordsOf(item, context.locale),
    }),
    isDone: t.boolean({ resolve: (item) => item.doneAt !== null }),
    isRequired: t.boolean({
      description: 'Whether its step, which is still open, can’t be submitted before.',
      resolve: (item) => item.isRequired && item.isHolding,
    }),
    isOfStep: t.boolean({
      description: 'It came with a step and stays.',
      resolve: (item) => item.templateKey !== null,
    }),
    assignee: t.field({ type: Agent, nullable: true, resolve: (item) => item.assigneeId }),
    doneBy: t.field({ type: Agent, nullable: true, resolve: (item) => item.doneById }),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.objectFields(Ticket, (t) => ({
  checklist: t.field({
    type: [ChecklistItem],
    description: 'In its order; 200 at most.',
    resolve: async (ticket, _args, context): Promise<ShownItem[]> => {
      const state = stateOf(ticket);
      const open = new Set(isFinished(state) ? [] : state.tokens.map(({ id }) => id));
      const rows = await context.db
        .selectFrom('checklistItem')
        .selectAll()
        .where('ticketId', '=', ticket.id)
        .orderBy('position')
        .orderBy('id')
        .limit(200)
        .execute();
      return rows.map((row) => ({ ...row, isHolding: row.tokenId !== null && open.has(row.tokenId) }));
    },
  }),
}));

ticketMutation(
  'addChecklistItem',
  'Adds something to tick off at the end of the list of an open ticket.',
  inputs.addChecklistItemInput,
  change.addChecklistItem,
);
ticketMutation(
  'tickChecklistItem',
  'Ticks an item off, or takes the tick back.',
  inputs.tickChecklistItemInput,
  change.tickChecklistItem,
);
ticketMutation(
  'assignChecklistItem',
  'Says who is to do an item; only who may see the ticket.',
  inputs.assignChecklistItemInput,
  change.assignChecklistItem,
);
ticketMutation(
  'moveChecklistItem',
  'Moves an item to another place of the list.',
  inputs.moveChecklistItemInput,
  change.moveChecklistItem,
);
ticketMutation(
  'removeChecklistItem',
  'Takes an item away that somebody added; what comes with a step stays.',
  inputs.removeChecklistItemInput,
  change.removeChecklistItem,
);
