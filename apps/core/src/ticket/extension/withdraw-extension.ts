import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { addHistoryLine } from '../add-history-line.ts';
import { withdrawExtensionInput } from './extension-input.ts';
import { lockOpenRequest } from './lock-request.ts';
import { notYours } from './request-extension.ts';

/** Takes the caller's own request back while nobody has decided on it. Returns its id. */
export async function withdrawExtension(
  context: Context,
  input: z.input<typeof withdrawExtensionInput>,
): Promise<string> {
  const { extensionRequestId: requestId } = parseInput(withdrawExtensionInput, input);
  const agentId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { request, locked } = await lockOpenRequest(context, requestId);
    if (request.askedById !== agentId) throw notYours();
    await context.db
      .updateTable('extensionRequest')
      .set({ status: 'withdrawn', decidedById: agentId, decidedAt: context.now() })
      .where('id', '=', requestId)
      .execute();
    await addHistoryLine(context, locked.ticket, { kind: 'extension_withdrawn', actorId: agentId });
    return requestId;
  });
}
