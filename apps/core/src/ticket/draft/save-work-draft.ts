import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { lockTicket, tokenOf } from '../lock-ticket.ts';
import { draftLifeMs, notePlace, saveWorkDraftInput } from './work-draft-input.ts';

/**
 * Keeps what the caller typed at a step or into the composer of notes until they send it; nobody else sees it. The last
 * one saved stands. Throws NotFoundError, ConflictError for a step that is over, so that a late save brings nothing back.
 */
export async function saveWorkDraft(context: Context, input: z.input<typeof saveWorkDraftInput>): Promise<string> {
  const agentId = requireAgent(context.actor);
  const { ticketId, stepId, content } = parseInput(saveWorkDraftInput, input);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    if (stepId) tokenOf(locked, stepId);
    const updatedAt = context.now();
    const kept = { content: JSON.stringify(content), updatedAt };
    await context.db
      .insertInto('workDraft')
      .values({ agentId, ticketId, place: stepId ?? notePlace, ...kept })
      .onDuplicateKeyUpdate(kept)
      .execute();
    await context.db
      .deleteFrom('workDraft')
      .where('agentId', '=', agentId)
      .where('updatedAt', '<', new Date(updatedAt.getTime() - draftLifeMs))
      .execute();
    return ticketId;
  });
}
