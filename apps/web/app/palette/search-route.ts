import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/graphql/context.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import type { PaletteResult } from './palette.tsx';
import { searchQuery } from './search-operations.ts';

/** Tickets and customers that `q` finds within the person's reach. */
export async function loader({ request }: LoaderFunctionArgs): Promise<PaletteResult[]> {
  const text = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  if (text === '') return [];
  const { actor } = await contextOf(request);
  const found = await executeOperation(request, searchQuery, {
    text,
    mayReadCustomers: actor.grants.has('customer.read'),
  });
  const tickets = found.tickets.edges.map(({ node }): PaletteResult => ({
    id: node.id,
    kind: 'ticket',
    title: node.title,
    detail: [node.number, node.customer?.name].filter(Boolean).join(' · '),
    to: `/tickets/${node.number}`,
  }));
  const customers = (found.customers?.edges ?? []).map(({ node }): PaletteResult => ({
    id: node.id,
    kind: 'customer',
    title: node.name,
    detail: [node.phones[0]?.national ?? node.phones[0]?.masked, node.company].filter(Boolean).join(' · '),
    to: `/customers/${encodeURIComponent(node.id)}`,
  }));
  return [...customers, ...tickets];
}
