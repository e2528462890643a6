import type { ActionFunctionArgs } from '@remix-run/node';
import type { TadaDocumentNode } from 'gql.tada';
import { z } from 'zod';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome, type Outcome } from '~/graphql/mutation-result.ts';

type Mutation = TadaDocumentNode<Record<string, object>, { input: unknown }>;

const body = z.object({ intent: z.string(), input: z.record(z.string(), z.unknown()) });

/**
 * The action of a page that posts `{ intent, input }` as JSON: each intent is a mutation with one `input`. The schema
 * checks the input; what it refuses comes back as an outcome for the form.
 */
export const defineAction =
  (mutations: Record<string, unknown>) =>
  async ({ request }: ActionFunctionArgs): Promise<Outcome<object>> => {
    const { intent, input } = body.parse(await request.json());
    const mutation = mutations[intent];
    if (!mutation) throw new Response('No such intent', { status: 400 });
    const data = await executeOperation(request, mutation as Mutation, { input });
    const [result] = Object.values(data);
    if (!result) throw new Error(`the mutation behind ${intent} answered nothing`);
    return readOutcome(result);
  };
