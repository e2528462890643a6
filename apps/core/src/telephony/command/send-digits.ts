import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { sendToPlugin } from '../../channel/plugin-command.ts';
import { callInput, lockOwnCall } from './lock-own-call.ts';

export const sendDigitsInput = callInput.extend({ digits: z.string().regex(/^[0-9*#]{1,40}$/) });

/** Sends key tones into the caller's conversation; each sending is a command of its own. */
export async function sendDigits(context: Context, input: z.input<typeof sendDigitsInput>): Promise<string> {
  const { callId, digits } = parseInput(sendDigitsInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['in_call']);
    await sendToPlugin(context, call.channelId, {
      kind: 'call',
      command: { kind: 'send_digits', callId: call.externalId, commandId: newId(), digits },
    });
    return callId;
  });
}
