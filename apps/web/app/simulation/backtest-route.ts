import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { backtestQuery } from './simulation-operations.ts';

const BATCH = 20;

/** The next batch of past tickets, replayed through a draft. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { node } = await executeOperation(request, backtestQuery, { id: params.id ?? '', first: BATCH, after });
  if (node?.__typename !== 'TicketTypeDraft') throw new Response(null, { status: 404 });
  return Response.json(node.backtest);
}
