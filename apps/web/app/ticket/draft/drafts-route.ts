import type { ActionFunctionArgs } from '@remix-run/node';
import type { TadaDocumentNode } from 'gql.tada';
import { z } from 'zod';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome, type Fault } from '~/graphql/mutation-result.ts';
import { draftMutations } from './draft-operations.ts';

const kinds = ['saveWork', 'discardWork', 'saveTicket', 'discardTicket'] as const;
const commandSchema = z.object({ kind: z.enum(kinds), input: z.record(z.string(), z.unknown()) });

type AnyMutation = TadaDocumentNode<
  { outcome: { __typename: string; ticket?: { id: string } | null } },
  { input: Record<string, unknown> }
>;

/** Why it was not done, or the draft of a new ticket that was kept. */
export interface DraftAnswer {
  fault: Fault | null;
  draftId: string | null;
}

/** Keeps or forgets unsent work. No page is read again for it. */
export async function action({ request }: ActionFunctionArgs) {
  const { kind, input } = commandSchema.parse(await request.json());
  const { outcome } = await executeOperation(request, draftMutations[kind] as AnyMutation, { input });
  const read = readOutcome(outcome);
  const answer: DraftAnswer = read.ok
    ? { fault: null, draftId: outcome.ticket?.id ?? null }
    : { fault: read.fault, draftId: null };
  return Response.json(answer);
}
