import type { z } from 'zod';
import { isFinished } from '../flow/flow-state.ts';
import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { appendEvent } from './append-event.ts';
import { attachFiles } from './attach-files.ts';
import { dropWorkDraft } from './draft/discard-work-draft.ts';
import { lockTicket } from './lock-ticket.ts';
import { notifyAbout } from './notify-people.ts';
import { commentTicketInput } from './ticket-input.ts';
import { writeParticipants } from './step/write-steps.ts';

/**
 * Adds an internal note, with files and mentions; on a step that the caller has handled, or a finished ticket, it is a
 * supplement. Changes neither form nor status. Whoever is mentioned becomes a participant and is told.
 */
export async function commentTicket(context: Context, input: z.input<typeof commentTicketInput>): Promise<string> {
  const { ticketId, body, fileIds, mentionIds } = parseInput(commentTicketInput, input);
  const authorId = context.actor.kind === 'system' ? null : requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { ticket, state } = await lockTicket(context, ticketId);
    const isCurrent = authorId === null || state.tokens.some((token) => token.assigneeId === authorId);
    const hasHandled = authorId !== null && Object.values(state.handlers).includes(authorId);
    const kind = isFinished(state) || (hasHandled && !isCurrent) ? 'supplemented' : 'commented';
    const sequence = ticket.sequence + 1;
    const files = await attachFiles(context, ticketId, fileIds);
    await appendEvent(context, ticketId, sequence, {
      kind,
      actorId: authorId,
      body,
      changes: files.map((file) => ({ field: 'file', from: null, to: file })),
    });
    await context.db
      .updateTable('ticket')
      .set({ sequence, updatedAt: context.now() })
      .where('id', '=', ticketId)
      .execute();
    await writeParticipants(context, ticketId, [
      ...(authorId ? [{ agentId: authorId, role: 'commenter' as const }] : []),
      ...mentionIds.map((agentId) => ({ agentId, role: 'copied' as const })),
    ]);
    await notifyAbout(context, ticket, {
      causeId: `${ticketId}:${sequence}:mention`,
      kind: 'ticket.mentioned',
      agentIds: mentionIds,
      isActionable: true,
      params: { body: body.slice(0, 200) },
    });
    await recordEvent(context, {
      kind: `ticket.${kind}`,
      subjectType: 'ticket',
      subjectId: ticketId,
      payload: { sequence, status: ticket.status },
    });
    if (context.actor.sessionId) await dropWorkDraft(context, ticketId, null);
    return ticketId;
  });
}
