import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { recordType } from '../graphql/record.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { Agent, ServiceGroup } from '../identity/agent.graphql.ts';
import type { FieldChange } from '../ticket/append-event.ts';
import { ticketChange, ticketChangeKindSchema } from '../ticket/bulk/ticket-change.ts';
import { FieldChangeType } from '../ticket/ticket-history.graphql.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { loadVisibleJobs, type JobRecord } from './job-access.ts';
import { askedOperationSchema, jobOperationSchema, jobStatusSchema, rowOutcomeSchema } from './job-input.ts';
import { countReasons, type CountedReason } from './count-reasons.sql.ts';
import type { JobFault } from './stop-job.ts';
import { canBeUndone } from './undo-job.ts';

export const JobOperation = enumOf('JobOperation', jobOperationSchema);
enumOf('AskedJobOperation', askedOperationSchema, 'What can be asked for; a job is undone by undoJob.');
export const JobStatus = enumOf(
  'JobStatus',
  jobStatusSchema,
  'FAILED is a job that could not go on; a row that failed stands in its result.',
);
const RowOutcome = enumOf('JobRowOutcome', rowOutcomeSchema, 'Of a dry run, DONE is what would be done.');
export const TicketChangeKind = enumOf('TicketChangeKind', ticketChangeKindSchema);

const jobActionSchema = z.enum(['start', 'pause', 'resume', 'cancel', 'undo']);
const JobAction = enumOf('JobAction', jobActionSchema, 'START does what a dry run has tried.');

const JobFaultType = builder.objectRef<JobFault>('JobFault').implement({
  description: 'Why a row was left as it is or refused, or why a job could not go on.',
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.string({ resolve: (fault, _args, { locale }) => fault.message[locale] }),
  }),
});

const JobReason = builder.objectRef<CountedReason>('JobReason').implement({
  description: 'How many rows of a job were left out for one reason.',
  fields: (t) => ({
    outcome: t.field({ type: RowOutcome, resolve: (reason) => rowOutcomeSchema.parse(reason.outcome) }),
    fault: t.field({ type: JobFaultType, resolve: (reason) => reason.fault }),
    count: t.exposeInt('count'),
  }),
});

const changeSchema = z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })).nullable();

type RowRecord = Selectable<DB['jobRow']>;

const JobRow = builder.objectRef<RowRecord>('JobRow').implement({
  description: 'One record of a job, and what came of it.',
  fields: (t) => ({
    position: t.exposeInt('position'),
    outcome: t.field({ type: RowOutcome, resolve: (row) => rowOutcomeSchema.parse(row.outcome) }),
    ticket: t.field({
      type: Ticket,
      nullable: true,
      description: 'Null outside the caller’s scope.',
      resolve: (row) => row.subjectId,
    }),
    fault: t.field({ type: JobFaultType, nullable: true, resolve: (row) => row.fault as JobFault | null }),
    changes: t.field({
      type: [FieldChangeType],
      description: 'What was changed, or would be; people by their ids.',
      resolve: (row): FieldChange[] => changeSchema.parse(row.changes) ?? [],
    }),
    at: t.expose('at', { type: 'DateTime', nullable: true }),
  }),
});

export const Job = recordType<JobRecord>('Job', loadVisibleJobs);

const TicketChangeType = builder.objectRef<z.output<typeof ticketChange>>('BulkChange').implement({
  description: 'What a job does to each of its tickets.',
  fields: (t) => ({
    kind: t.field({ type: TicketChangeKind, resolve: (change) => change.kind }),
    toAgent: t.field({ type: Agent, nullable: true, resolve: (change) => change.toAgentId ?? null }),
    toGroup: t.field({ type: ServiceGroup, nullable: true, resolve: (change) => change.toGroupId ?? null }),
    urgency: t.string({ nullable: true, resolve: (change) => change.urgency?.toUpperCase() ?? null }),
    body: t.string({ nullable: true, resolve: (change) => change.body ?? null }),
    reason: t.string({ nullable: true, resolve: (change) => change.reason ?? null }),
  }),
});

function actionsOf(job: JobRecord, isOwn: boolean, isUndone: boolean): z.infer<typeof jobActionSchema>[] {
  if (job.isDryRun && isOwn && job.status !== 'cancelled') {
    return job.finishedAt === null ? ['start', 'cancel'] : job.doneCount > 0 ? ['start'] : [];
  }
  if (job.finishedAt === null) return [job.status === 'paused' ? 'resume' : 'pause', 'cancel'];
  return canBeUndone(job) && !isUndone ? ['undo'] : [];
}

const byPosition: OrderColumn[] = [
  { column: 'job_row.position', direction: 'asc', valueOf: (row: RowRecord) => row.position },
];

Job.implement({
  description: 'Long work that goes on by itself: how far it is, and what came of each of its records.',
  fields: (t) => ({
    operation: t.field({ type: JobOperation, resolve: (job) => jobOperationSchema.parse(job.operation) }),
    change: t.field({
      type: TicketChangeType,
      nullable: true,
      resolve: (job) => ticketChange.safeParse(job.input).data ?? null,
    }),
    status: t.field({ type: JobStatus, resolve: (job) => jobStatusSchema.parse(job.status) }),
    isDryRun: t.exposeBoolean('isDryRun', { description: 'It tries and changes nothing.' }),
    isCounted: t.exposeBoolean('isCollected', { description: 'Whether `totalCount` is all there is.' }),
    totalCount: t.exposeInt('totalCount'),
    doneCount: t.exposeInt('doneCount'),
    skippedCount: t.exposeInt('skippedCount', { description: 'Records that there was nothing to do with.' }),
    failedCount: t.exposeInt('failedCount', { description: 'Records of which a rule said no.' }),
    fault: t.field({ type: JobFaultType, nullable: true, resolve: (job) => job.fault as JobFault | null }),
    createdBy: t.field({ type: Agent, nullable: true, resolve: (job) => job.createdById }),
    undoOf: t.field({
      type: Job,
      nullable: true,
      description: 'The job that this one takes back.',
      resolve: (job) => job.undoOfId,
    }),
    actions: t.field({
      type: [JobAction],
      description: 'What the caller may do with it now.',
      resolve: async (job, _args, { db, actor }) => {
        const undo = canBeUndone(job)
          ? await db.selectFrom('job').select('id').where('undoOfId', '=', job.id).executeTakeFirst()
          : undefined;
        return actionsOf(job, job.createdById === actor.agentId, undo !== undefined);
      },
    }),
    rows: t.connection({
      type: JobRow,
      description: 'In the order in which they are done.',
      args: { outcome: t.arg({ type: RowOutcome }) },
      resolve: async (job, { outcome, ...args }, { db }) => {
        const query = db
          .selectFrom('jobRow')
          .selectAll()
          .where('jobId', '=', job.id)
          .$if(Boolean(outcome), (rows) => rows.where('outcome', '=', outcome ?? ''));
        const page = await readPage(query, byPosition, args);
        return { ...page, countTotal: () => countRows(query) };
      },
    }),
    reasons: t.field({
      type: [JobReason],
      description: 'Why rows were left as they are or refused, the most frequent first; 20 at most.',
      resolve: (job, _args, { db }) => countReasons(db, job.id),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last went on.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
  }),
});
