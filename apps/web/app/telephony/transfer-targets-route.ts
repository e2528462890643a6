import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { transferTargetsQuery } from './phone-operations.ts';
import type { TransferTarget } from './phone-state.ts';

/** Whom a call can be given to, as JSON; `q` is part of the name. */
export async function loader({ request }: LoaderFunctionArgs) {
  const text = (new URL(request.url).searchParams.get('q') ?? '').trim().toLowerCase();
  const { presences } = await executeOperation(request, transferTargetsQuery);
  const targets = presences.flatMap(({ agent, state }): TransferTarget[] =>
    agent?.name.toLowerCase().includes(text)
      ? [{ id: agent.id, name: agent.name, detail: agent.department?.name ?? '', isReady: state === 'READY' }]
      : [],
  );
  return Response.json(targets);
}
