import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

/** Answers the call that rings at the caller; the conversation begins when the telephone system says so. */
export async function answerCall(context: Context, input: z.input<typeof callInput>): Promise<string> {
  const { callId } = parseInput(callInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['ringing']);
    await command(context, call, { kind: 'answer' });
    return callId;
  });
}
