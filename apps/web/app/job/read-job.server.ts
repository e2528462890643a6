import { executeOperation } from '~/graphql/execute.server.ts';
import type { VariablesOf } from '~/graphql/graphql.ts';
import { jobQuery, type JobDetail } from './job-operations.ts';

type Options = Partial<Omit<VariablesOf<typeof jobQuery>, 'id'>>;

/** A job with some of its rows. Throws a 404 outside the person's reach. */
export async function readJob(request: Request, id: string, options: Options = {}): Promise<JobDetail> {
  const { node } = await executeOperation(request, jobQuery, { rows: 50, ...options, id });
  if (node?.__typename !== 'Job') throw new Response(null, { status: 404 });
  return node;
}
