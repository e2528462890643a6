import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { mentionChoicesQuery } from './mention-operations.ts';

/** Somebody whom a note may mention, or who is shown with the reason why not. */
export interface MentionChoice {
  id: string;
  name: string;
  department: string | null;
  maySee: boolean;
}

/** Whom `q` may mean in a note on `ticket`. As JSON, for the composer's own fetch. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const { node } = await executeOperation(request, mentionChoicesQuery, {
    ticketId: params.get('ticket') ?? '',
    search: (params.get('q') ?? '').slice(0, 60),
  });
  const found = node && 'mentionChoices' in node ? node.mentionChoices : [];
  const choices = found.flatMap(({ agent, maySee }): MentionChoice[] =>
    agent ? [{ id: agent.id, name: agent.name, department: agent.department?.name ?? null, maySee }] : [],
  );
  return Response.json(choices);
}
