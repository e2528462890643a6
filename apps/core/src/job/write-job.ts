import type { Insertable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { requireAgent } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { enqueue } from '../platform/outbox.ts';
import type { JobOperation, JobSelection } from './job-input.ts';
import { tellOfJob } from './tell-of-job.ts';

interface NewJob {
  operation: JobOperation;
  input: object;
  selection: JobSelection;
  isDryRun?: boolean;
  undoOfId?: string;
  /** How many rows are known already; the others are collected by the worker. */
  knownCount?: number;
}

/** Leaves a job of the caller for the workers, in the caller's transaction. Returns its id. */
export async function writeJob(context: Context, job: NewJob): Promise<string> {
  const { operation, input, selection, isDryRun = false, undoOfId, knownCount } = job;
  const id = newId();
  const now = context.now();
  const createdById = requireAgent(context.actor);
  const row: Insertable<DB['job']> = {
    id,
    operation,
    input: JSON.stringify(input),
    selection: JSON.stringify(selection),
    status: 'queued',
    isDryRun,
    isCollected: knownCount !== undefined,
    totalCount: knownCount ?? 0,
    createdById,
    credentialId: context.actor.credentialId ?? null,
    locale: context.locale,
    undoOfId: undoOfId ?? null,
    createdAt: now,
    updatedAt: now,
  };
  await context.db.insertInto('job').values(row).execute();
  await enqueue(context, { kind: 'job', key: id, payload: {} });
  await tellOfJob(context, { id, createdById }, 'created');
  if (!isDryRun) {
    await recordAudit(context, {
      action: 'job.created',
      subjectType: 'job',
      subjectId: id,
      changes: { operation, input, selection },
    });
  }
  return id;
}
