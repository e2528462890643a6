import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { graphql, type ResultOf } from '~/graphql/graphql.ts';

const slaPreviewQuery = graphql(`
  query SlaPreview($policy: JSON!, $at: DateTime) {
    slaPreview(policy: $policy, at: $at) {
      urgency
      clock
      dueAt
      why {
        text
      }
    }
  }
`);

export type SlaPromises = ResultOf<typeof slaPreviewQuery>['slaPreview'];

/** When a ticket made at `at` would be due by the policy of the address. */
export async function loader({ request }: LoaderFunctionArgs): Promise<SlaPromises> {
  const search = new URL(request.url).searchParams;
  const policy: unknown = JSON.parse(search.get('policy') ?? '{}');
  return (await executeOperation(request, slaPreviewQuery, { policy, at: search.get('at') })).slaPreview;
}
