import type { z } from 'zod';
import { isFinished } from '../flow/flow-state.ts';
import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { addHistoryLine } from './add-history-line.ts';
import { attachFiles } from './attach-files.ts';
import { dropWorkDraft } from './draft/discard-work-draft.ts';
import { lockTicket } from './lock-ticket.ts';
import { requireNotMerged } from './merge/require-not-merged.ts';
import { notifyAbout } from './notify-people.ts';
import { commentTicketInput } from './ticket-input.ts';
import { writeParticipants } from './step/write-steps.ts';

/**
 * Adds an internal note, with files and mentions; on a step that the caller has handled, or a finished ticket, it is a
 * supplement. Changes neither form nor status. Whoever is mentioned becomes a participant and is told.
 */
export async function commentTicket(context: Context, input: z.input<typeof commentTicketInput>): Promise<string> {
  const { ticketId, body, fileIds, mentionIds } = parseInput(commentTicketInput, input);
  const authorId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { ticket, state } = await lockTicket(context, ticketId);
    await requireNotMerged(context, ticketId);
    const isCurrent = state.tokens.some((token) => token.assigneeId === authorId);
    const hasHandled = Object.values(state.handlers).includes(authorId);
    const kind = isFinished(state) || (hasHandled && !isCurrent) ? 'supplemented' : 'commented';
    const files = await attachFiles(context, ticketId, fileIds);
    const sequence = await addHistoryLine(context, ticket, {
      kind,
      actorId: authorId,
      body,
      changes: files.map((file) => ({ field: 'file', from: null, to: file })),
    });
    await writeParticipants(context, ticketId, [
      { agentId: authorId, role: 'commenter' },
      ...mentionIds.map((agentId) => ({ agentId, role: 'copied' as const })),
    ]);
    await notifyAbout(context, ticket, {
      causeId: `${ticketId}:${sequence}:mention`,
      kind: 'ticket.mentioned',
      agentIds: mentionIds,
      isActionable: true,
      params: { body: body.slice(0, 200) },
    });
    if (context.actor.sessionId) await dropWorkDraft(context, ticketId, null);
    return ticketId;
  });
}
