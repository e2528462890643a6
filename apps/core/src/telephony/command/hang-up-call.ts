import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

/** Ends the caller's conversation, or an outgoing call that still rings. */
export async function hangUpCall(context: Context, input: z.input<typeof callInput>): Promise<string> {
  const { callId } = parseInput(callInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['ringing', 'in_call', 'held']);
    await command(context, call, { kind: 'hang_up' });
    return callId;
  });
}
