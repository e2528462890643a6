import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { graphql, type ResultOf } from '~/graphql/graphql.ts';

const assigneesQuery = graphql(`
  query Assignees($rule: JSON!) {
    assignees(rule: $rule) {
      total
      isAboutCaller
      isOfTicket
      agents {
        id
        name
      }
    }
  }
`);

export type Assignees = ResultOf<typeof assigneesQuery>['assignees'];

/** Whom the assignee rule of the address would find now. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Assignees> {
  const rule: unknown = JSON.parse(new URL(request.url).searchParams.get('rule') ?? '{}');
  return (await executeOperation(request, assigneesQuery, { rule })).assignees;
}
