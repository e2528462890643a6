import type { LoaderFunctionArgs } from '@remix-run/node';
import { readJob } from './read-job.server.ts';

/** How far a job is, for the dialog that waits for a dry run. */
export const loader = ({ request, params }: LoaderFunctionArgs) => readJob(request, params.id ?? '', { rows: 1 });
