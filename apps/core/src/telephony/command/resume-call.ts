import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { writeCall } from '../write-call.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

/** Goes on with the customer who was held; shown at once, while the time held is counted by the telephone system's events. */
export async function resumeCall(context: Context, input: z.input<typeof callInput>): Promise<string> {
  const { callId } = parseInput(callInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['held']);
    await command(context, call, { kind: 'resume' });
    await writeCall(context, call, { status: 'in_call', heldAt: null });
    return callId;
  });
}
