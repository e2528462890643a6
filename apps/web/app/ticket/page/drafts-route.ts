import type { ActionFunctionArgs } from '@remix-run/node';
import type { TadaDocumentNode } from 'gql.tada';
import { z } from 'zod';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome } from '~/graphql/mutation-result.ts';
import { draftMutations } from './draft-operations.ts';

const commandSchema = z.object({ kind: z.enum(['save', 'discard']), input: z.record(z.string(), z.unknown()) });

type AnyMutation = TadaDocumentNode<{ outcome: { __typename: string } }, { input: Record<string, unknown> }>;

/** Keeps or forgets unsent work; answers why not, or null. No page is read again for it. */
export async function action({ request }: ActionFunctionArgs) {
  const { kind, input } = commandSchema.parse(await request.json());
  const { outcome } = await executeOperation(request, draftMutations[kind] as AnyMutation, { input });
  const read = readOutcome(outcome);
  return Response.json(read.ok ? null : read.fault);
}
