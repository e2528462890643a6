import type { z } from 'zod';
import { defineMutation } from '../graphql/mutation.ts';
import type { Context } from '../platform/context.ts';
import { Ticket } from './ticket.graphql.ts';

/** Publishes a use-case that changes one ticket, and answers with it. */
export function ticketMutation<Schema extends z.ZodObject>(
  name: string,
  description: string,
  input: Schema,
  run: (context: Context, input: z.input<Schema>) => Promise<string>,
): void {
  defineMutation({
    name,
    description,
    input,
    run: async (context, parsed) => ({ ticketId: await run(context, parsed as z.input<Schema>) }),
    fields: (t) => ({ ticket: t.field({ type: Ticket, nullable: true, resolve: (result) => result.ticketId }) }),
  });
}
