import type { z } from 'zod';
import { lockPresence } from '../../presence/change-presence.ts';
import { effectivePresence } from '../../presence/presence-state.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { idOf } from '../../platform/id.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { agentForPlugin } from '../find-agent.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

export const transferCallInput = callInput.extend({ toAgentId: idOf('Agent') });

/** Gives the caller's conversation to an agent who is ready. Throws ConflictError if they are not. */
export async function transferCall(context: Context, input: z.input<typeof transferCallInput>): Promise<string> {
  const { callId, toAgentId } = parseInput(transferCallInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['in_call', 'held']);
    const { state } = effectivePresence(await lockPresence(context, toAgentId), context.now());
    if (state !== 'ready') {
      throw new ConflictError(
        'agent_not_ready',
        { en: 'This colleague is not ready. Choose another one.', zh: '该同事当前未示闲，请选择其他人。' },
        { state },
      );
    }
    await command(context, call, { kind: 'transfer', toAgent: await agentForPlugin(context, toAgentId) });
    return callId;
  });
}
