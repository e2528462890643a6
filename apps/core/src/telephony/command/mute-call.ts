import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { writeCall } from '../write-call.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

export const muteCallInput = callInput.extend({ isMuted: z.boolean() });

/** Mutes the caller towards the customer, or ends that; shown at once. */
export async function muteCall(context: Context, input: z.input<typeof muteCallInput>): Promise<string> {
  const { callId, isMuted } = parseInput(muteCallInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['in_call', 'held']);
    if (call.isMuted === isMuted) return callId;
    await command(context, call, { kind: isMuted ? 'mute' : 'unmute' });
    await writeCall(context, call, { isMuted });
    return callId;
  });
}
