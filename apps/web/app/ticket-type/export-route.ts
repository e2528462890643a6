import { ticketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { ticketTypeQuery, versionQuery } from './ticket-type-operations.ts';

/** A published definition as a file, which another installation can import: the one in force, or the version named. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const version = await readVersion(request, params.id ?? '');
  if (!version) throw new Response(null, { status: 404 });
  const definition = ticketTypeDefinition.parse(version.definition);
  return new Response(`${JSON.stringify(definition, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${definition.key}-v${version.number}.json"`,
    },
  });
}

async function readVersion(request: Request, typeId: string) {
  const id = new URL(request.url).searchParams.get('version');
  if (id) {
    const { node } = await executeOperation(request, versionQuery, { id });
    return node?.__typename === 'TicketTypeVersion' ? node : null;
  }
  const { node } = await executeOperation(request, ticketTypeQuery, { id: typeId });
  return node?.__typename === 'TicketType' ? node.currentVersion : null;
}
