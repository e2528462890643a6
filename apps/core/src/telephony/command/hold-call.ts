import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { writeCall } from '../write-call.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

/** Lets the customer wait with music; shown at once. */
export async function holdCall(context: Context, input: z.input<typeof callInput>): Promise<string> {
  const { callId } = parseInput(callInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['in_call']);
    await command(context, call, { kind: 'hold' });
    await writeCall(context, call, { status: 'held', heldAt: context.now() });
    return callId;
  });
}
