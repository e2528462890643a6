import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { Urgency } from '../../ticket/ticket.graphql.ts';
import { previewPromises, type Promised } from './preview-promises.ts';
import { ClockKindType } from '../clock/sla-clock.graphql.ts';

const SlaPromise = builder.objectRef<Promised>('SlaPromise').implement({
  description: 'What a policy would promise a ticket.',
  fields: (t) => ({
    urgency: t.expose('urgency', { type: Urgency }),
    clock: t.expose('clock', { type: ClockKindType }),
    targetSeconds: t.exposeInt('targetSeconds', { description: 'Of service time.' }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null where the calendar never has so much service time.',
    }),
    why: t.expose('why', { type: LocalizedTextType, nullable: true }),
  }),
});

builder.queryField('slaPreview', (t) =>
  t.field({
    type: [SlaPromise],
    description: 'When a ticket would be due by this policy, most urgent first. Needs ticket_type.manage.',
    args: {
      policy: t.arg({ type: 'JSON', required: true, description: 'As definitions have it under `sla`.' }),
      at: t.arg({ type: 'DateTime', description: 'When the ticket is made; now unless told.' }),
    },
    resolve: (_root, { policy, at }, context) => previewPromises(context, policy, at ?? context.now()),
  }),
);
