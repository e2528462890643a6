import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { forStranger } from './for-stranger.server.ts';
import { challengeQuery } from './public-operations.ts';

/** A fresh proof of work for whoever fills in a form. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { externalFormChallenge } = await forStranger(() =>
    executeOperation(request, challengeQuery, { token: params.token ?? '' }),
  );
  const headers = { 'cache-control': 'no-store' };
  return externalFormChallenge
    ? Response.json(externalFormChallenge, { headers })
    : new Response(null, { status: 410, headers });
}
