import type { LoaderFunctionArgs } from '@remix-run/node';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { noteServiceRecordMutation, serviceSummaryQuery } from './service-operations.ts';

/** What is asked for of a call and what was noted of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, serviceSummaryQuery, { id: params.id ?? '' });
  return node?.__typename === 'Call' ? node : null;
}

export const action = defineAction({ note: noteServiceRecordMutation });
