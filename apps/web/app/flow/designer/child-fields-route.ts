import type { FormDefinition } from '@handoff/core/form/form-definition';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { graphql } from '~/graphql/graphql.ts';

const childFieldsQuery = graphql(`
  query ChildFields($id: ID!) {
    node(id: $id) {
      __typename
      ... on TicketType {
        currentVersion {
          definition
        }
      }
    }
  }
`);

/** The published form of the ticket type of the address; null while nothing of it is published. */
export async function loader({ request }: LoaderFunctionArgs): Promise<{ id: string; form: FormDefinition | null }> {
  const id = new URL(request.url).searchParams.get('type') ?? '';
  const { node } = await executeOperation(request, childFieldsQuery, { id });
  const version = node?.__typename === 'TicketType' ? node.currentVersion : null;
  return { id, form: version ? (version.definition as { form: FormDefinition }).form : null };
}
