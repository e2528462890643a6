import type { ActionFunctionArgs } from '@remix-run/node';
import type { TadaDocumentNode } from 'gql.tada';
import { z } from 'zod';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome, type Fault } from '~/graphql/mutation-result.ts';
import { actMutations, isActKind } from './act-operations.ts';

const MOST_ACTS = 200;

const actsSchema = z
  .array(z.object({ kind: z.string().refine(isActKind), input: z.record(z.string(), z.unknown()) }))
  .min(1)
  .max(MOST_ACTS);

type AnyMutation = TadaDocumentNode<{ outcome: { __typename: string } }, { input: Record<string, unknown> }>;

/** Does one act after another and says of each why it was refused, or null. */
export async function action({ request }: ActionFunctionArgs): Promise<(Fault | null)[]> {
  const acts = actsSchema.parse(await request.json());
  const faults: (Fault | null)[] = [];
  for (const { kind, input } of acts) {
    const mutation = actMutations[kind] as AnyMutation;
    const { outcome } = await executeOperation(request, mutation, { input });
    const read = readOutcome(outcome);
    faults.push(read.ok ? null : read.fault);
  }
  return faults;
}
