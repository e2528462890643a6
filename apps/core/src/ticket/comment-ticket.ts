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
import { notifyWatchers } from './watch/notify-watchers.ts';
import { requireMentionable } from './watch/require-mentionable.ts';
import { addWatchers } from './watch/watch-ticket.ts';
import { commentTicketInput } from './ticket-input.ts';
import { writeParticipants } from './step/write-steps.ts';

/**
 * Adds an internal note, with files and mentions; on a step that the caller has handled, or a finished ticket, it is a
 * supplement. Changes neither form nor status. Whoever is mentioned watches the ticket from
 * then on and is told, as are those who watch it. Throws ValidationError for a mention of somebody who may not see it.
 */
export async function commentTicket(context: Context, input: z.input<typeof commentTicketInput>): Promise<string> {
  const { ticketId, body, fileIds, mentionIds } = parseInput(commentTicketInput, input);
  const authorId = context.actor.kind === 'system' ? null : requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { ticket, state } = await lockTicket(context, ticketId);
    await requireNotMerged(context, ticketId);
    const isCurrent = authorId === null || state.tokens.some((token) => token.assigneeId === authorId);
    const hasHandled = authorId !== null && Object.values(state.handlers).includes(authorId);
    const kind = isFinished(state) || (hasHandled && !isCurrent) ? 'supplemented' : 'commented';
    const mentioned = await requireMentionable(context, ticketId, mentionIds);
    const files = await attachFiles(context, ticketId, fileIds);
    const sequence = await addHistoryLine(context, ticket, {
      kind,
      actorId: authorId,
      body,
      changes: [
        ...files.map((file) => ({ field: 'file', from: null, to: file })),
        ...mentioned.map((person) => ({ field: 'mention', from: null, to: person })),
      ],
    });
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
    await addWatchers(context, ticketId, mentionIds);
    await notifyWatchers(context, ticket, { kind: 'comments', sequence, body }, mentionIds);
    if (context.actor.sessionId) await dropWorkDraft(context, ticketId, null);
    return ticketId;
  });
}
