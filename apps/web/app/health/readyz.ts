import { readReadiness } from '@handoff/core/platform/readiness';
import { services } from '../graphql/services.server.ts';

/** Ready: the database answers, and the workflow engine has been heard of. */
export async function loader(): Promise<Response> {
  const readiness = await readReadiness(services.db, new Date());
  return Response.json(readiness, { status: readiness.isReady ? 200 : 503 });
}
