import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { reachOf } from '../identity/reach.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';

export type JobRecord = Selectable<DB['job']>;

/** The access rule of jobs, as a condition on table `job`: one's own, and with job.oversee those of the people in scope. */
export async function jobsInReach(context: Context): Promise<RawBuilder<boolean>> {
  const reach = await reachOf(context, 'job.oversee');
  if (reach === 'all') return sql`TRUE`;
  const { agentId } = context.actor;
  const people = [...reach.agentIds, ...(agentId ? [agentId] : [])];
  return people.length > 0 ? sql`job.created_by_id IN (${sql.join(people)})` : sql`FALSE`;
}

export async function loadVisibleJobs(context: Context, ids: readonly string[]): Promise<(JobRecord | null)[]> {
  const query = context.db.selectFrom('job').selectAll().where('id', 'in', ids);
  return inOrderOf(ids, await query.where(await jobsInReach(context)).execute());
}

/** Locks a job that the caller may see. Throws NotFoundError. Must run inside a transaction. */
export async function lockJob(context: Context, jobId: string): Promise<JobRecord> {
  const query = context.db
    .selectFrom('job')
    .selectAll()
    .where('id', '=', jobId)
    .where(await jobsInReach(context));
  const job = await query.forUpdate().executeTakeFirst();
  if (!job) throw new NotFoundError('job');
  return job;
}
