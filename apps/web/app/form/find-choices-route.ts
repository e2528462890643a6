import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import {
  departmentChoicesQuery,
  findAgentsQuery,
  findCustomersQuery,
  findTicketsQuery,
  groupChoicesQuery,
} from './find-choices-operations.ts';
import { tagChoicesQuery } from '~/tag/tag-operations.ts';
import type { PickerChoice } from './picker-input.tsx';

/** What a picker offers for `q`: `kind` is agents, receivers (groups and agents), accounts (agents by login name), customers, tickets, departments or tags. As JSON, for the pickers' own fetch. */
export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const text = (search.get('q') ?? '').trim().slice(0, 100);
  return Response.json(await choicesOf(request, search.get('kind'), text));
}

async function choicesOf(request: Request, kind: string | null, text: string): Promise<PickerChoice[]> {
  const filter = text === '' ? {} : { search: text };
  if (kind === 'receivers') {
    const [{ serviceGroups }, agents] = await Promise.all([
      executeOperation(request, groupChoicesQuery),
      choicesOf(request, 'agents', text),
    ]);
    const groups = serviceGroups.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())).slice(0, 6);
    return [...groups.map(({ id, name }): PickerChoice => ({ id, label: name, kind: 'group' })), ...agents];
  }
  if (kind === 'agents' || kind === 'accounts') {
    const { agents } = await executeOperation(request, findAgentsQuery, {
      filter: { ...filter, isActive: { eq: true } },
    });
    return agents.edges.map(({ node }) => ({
      id: kind === 'accounts' ? node.loginName : node.id,
      label: node.name,
      detail: kind === 'accounts' ? node.loginName : node.department?.name,
    }));
  }
  if (kind === 'customers') {
    const { customers } = await executeOperation(request, findCustomersQuery, { filter });
    return customers.edges.map(({ node }) => ({
      id: node.id,
      label: node.name,
      detail: node.phones[0]?.national ?? node.phones[0]?.masked ?? node.company ?? undefined,
    }));
  }
  if (kind === 'tags' || kind === 'all_tags') {
    const { tags } = await executeOperation(request, tagChoicesQuery);
    return tags
      .filter(
        ({ path, isOffered }) => (isOffered || kind === 'all_tags') && path.toLowerCase().includes(text.toLowerCase()),
      )
      .slice(0, 50)
      .map(({ id, path }) => ({ id, label: path }));
  }
  if (kind === 'tickets') {
    const { tickets } = await executeOperation(request, findTicketsQuery, { filter });
    return tickets.edges.map(({ node }) => ({ id: node.id, label: node.title, detail: node.number }));
  }
  const { departments } = await executeOperation(request, departmentChoicesQuery);
  return departments
    .filter((department) => department.name.toLowerCase().includes(text.toLowerCase()))
    .map(({ id, name }) => ({ id, label: name }));
}
