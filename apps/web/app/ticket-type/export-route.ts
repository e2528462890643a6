import { ticketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { ticketTypeQuery } from './ticket-type-operations.ts';

/** The published definition as a file, which another installation can import. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, ticketTypeQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'TicketType' || !node.currentVersion) throw new Response(null, { status: 404 });
  const definition = ticketTypeDefinition.parse(node.currentVersion.definition);
  return new Response(`${JSON.stringify(definition, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${definition.key}-v${node.currentVersion.number}.json"`,
    },
  });
}
