import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { offerCall } from '../queue/offer-call.ts';
import { writeCall } from '../write-call.ts';
import { callInput, command, lockOwnCall } from './lock-own-call.ts';

/** Turns a ringing call down. A group's call goes to the next agent and not to the caller again; another call ends. */
export async function rejectCall(context: Context, input: z.input<typeof callInput>): Promise<string> {
  const { callId } = parseInput(callInput, input);
  return inTransaction(context, async (context) => {
    const call = await lockOwnCall(context, callId, ['ringing']);
    if (call.groupId && call.direction === 'inbound') {
      const waiting = await writeCall(context, call, { agentId: null, status: 'queued' }, { outcome: 'rejected' });
      await offerCall(context, waiting);
    } else {
      await command(context, call, { kind: 'reject' });
    }
    return callId;
  });
}
