import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { followEvents } from '../graphql/follow-events.ts';
import { tailOf } from '../graphql/subscriptions.graphql.ts';
import type { EventRow } from '../platform/event/event-tail.ts';
import { jobsInReach, type JobRecord } from './job-access.ts';
import { Job } from './job.graphql.ts';

const newestFirst: OrderColumn[] = [{ column: 'job.id', direction: 'desc', valueOf: (row: JobRecord) => row.id }];

builder.queryField('jobs', (t) =>
  t.connection({
    type: Job,
    description: "The caller's own jobs, and with job.oversee those of the people in scope; newest first.",
    args: {
      isOwn: t.arg.boolean({ description: 'Only those that the caller asked for.' }),
      isExport: t.arg.boolean({ description: 'Only those that write a file.' }),
      isAtWork: t.arg.boolean({ description: 'Only those that are not over.' }),
    },
    resolve: async (_root, { isOwn, isExport, isAtWork, ...args }, context) => {
      const query = context.db
        .selectFrom('job')
        .selectAll()
        .where(await jobsInReach(context))
        .$if(isOwn === true, (jobs) => jobs.where('createdById', '=', context.actor.agentId ?? ''))
        .$if(isExport === true, (jobs) => jobs.where('operation', 'in', ['export_tickets', 'export_customers']))
        .$if(isAtWork === true, (jobs) => jobs.where('status', 'in', ['queued', 'running', 'paused']));
      const page = await readPage(query, newestFirst, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);

const JobProgress = builder.objectRef<EventRow>('JobProgress').implement({
  description: 'A job went on.',
  fields: (t) => ({
    eventId: t.exposeString('id', { description: 'Resume from it.' }),
    kind: t.string({ resolve: (event) => event.kind.replace(/^job\./, '') }),
    job: t.field({ type: Job, nullable: true, resolve: (event) => event.subjectId }),
  }),
});

builder.subscriptionField('jobEvents', (t) =>
  t.field({
    type: JobProgress,
    description: "How the caller's own jobs go on, about once a second.",
    args: { after: t.arg.string({ description: 'The last eventId seen; what came since is told first.' }) },
    subscribe: (_root, { after }, context) =>
      followEvents(context, tailOf(context), {
        kinds: ['job'],
        after,
        isVisible: (event) => event.agentId !== null && event.agentId === context.actor.agentId,
      }),
    resolve: (event) => event,
  }),
);
