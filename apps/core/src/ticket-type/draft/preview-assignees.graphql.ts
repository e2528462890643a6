import { builder } from '../../graphql/builder.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import { previewAssignees, type Assignees } from './preview-assignees.ts';

const AssigneesType = builder.objectRef<Assignees>('Assignees').implement({
  description: 'Whom an assignee rule would find now.',
  fields: (t) => ({
    agents: t.field({ type: [Agent], description: 'The first ten, best first.', resolve: ({ agentIds }) => agentIds }),
    total: t.exposeInt('total'),
    isAboutCaller: t.exposeBoolean('isAboutCaller', {
      description: 'The caller was taken for the creator and the handler.',
    }),
    isOfTicket: t.exposeBoolean('isOfTicket', { description: 'Only a ticket can say.' }),
  }),
});

builder.queryField('assignees', (t) =>
  t.field({
    type: AssigneesType,
    description: 'Who would get a step by this rule now. Needs ticket_type.manage.',
    args: { rule: t.arg({ type: 'JSON', required: true, description: 'An assignee rule, as definitions have it.' }) },
    resolve: (_root, { rule }, context) => previewAssignees(context, rule),
  }),
);
