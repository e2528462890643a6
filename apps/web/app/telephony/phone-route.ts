import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { TadaDocumentNode } from 'gql.tada';
import { z } from 'zod';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome, type Fault } from '~/graphql/mutation-result.ts';
import { isPhoneKind, phoneMutations } from './phone-operations.ts';
import { readPhone } from './read-phone.server.ts';

/** The viewer's call, state and queue, read together. */
export const loader = ({ request }: LoaderFunctionArgs) => readPhone(request);

const commandSchema = z.object({ kind: z.string().refine(isPhoneKind), input: z.record(z.string(), z.unknown()) });

type AnyMutation = TadaDocumentNode<{ outcome: { __typename: string } }, { input: Record<string, unknown> }>;

/** Does what was pressed; answers why it was refused, or null. */
export async function action({ request }: ActionFunctionArgs): Promise<{ fault: Fault | null }> {
  const { kind, input } = commandSchema.parse(await request.json());
  const { outcome } = await executeOperation(request, phoneMutations[kind] as AnyMutation, { input });
  const read = readOutcome(outcome);
  return { fault: read.ok ? null : read.fault };
}
