import type { LoaderFunctionArgs } from '@remix-run/node';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { carriersQuery, trackCourierMutation } from './courier-operations.ts';

/** The carriers that can be chosen. */
export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, carriersQuery);

export const action = defineAction({ track: trackCourierMutation });
