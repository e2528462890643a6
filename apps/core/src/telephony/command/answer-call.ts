import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { agentForPlugin } from '../find-agent.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

/** Answers the call that rings at the caller; the conversation begins when the telephone system says so. */
export async function answerCall(context: Context, input: z.input<typeof callInput>): Promise<string> {
  const { callId } = parseInput(callInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['ringing']);
    const agent = await agentForPlugin(context, requireAgent(context.actor));
    await command(context, call, { kind: 'answer', agent });
    return callId;
  });
}
