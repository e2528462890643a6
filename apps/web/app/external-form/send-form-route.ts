import type { LoaderFunctionArgs } from '@remix-run/node';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { createExternalFormLinkMutation, formsToSendQuery } from './external-form-operations.ts';

/** The forms that a link can be sent to. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { externalForms } = await executeOperation(request, formsToSendQuery);
  return externalForms.filter(({ isActive }) => isActive);
}

export const action = defineAction({ link: createExternalFormLinkMutation });
