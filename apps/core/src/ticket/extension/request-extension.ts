import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotPermittedError, ValidationError } from '../../platform/errors.ts';
import { newId } from '../../platform/id.ts';
import { insertRows } from '../../platform/insert-rows.sql.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { addHistoryLine } from '../add-history-line.ts';
import { lockTicket, tokenOf } from '../lock-ticket.ts';
import { notifyAbout } from '../notify-people.ts';
import { requestExtensionInput } from './extension-input.ts';
import { offerExtension } from './extension-offer.ts';
import { findApprover } from './find-approver.ts';

const mostDays = 366;

/**
 * Asks for more time on the caller's own step. Returns the request's id. Throws ConflictError when the ticket type does
 * not allow it now or a request waits already, ValidationError for a time that is no extension.
 */
export async function requestExtension(
  context: Context,
  input: z.input<typeof requestExtensionInput>,
): Promise<string> {
  const { ticketId, stepId, dueAt, reason } = parseInput(requestExtensionInput, input);
  const askedById = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const locked = await lockTicket(context, ticketId);
    const { ticket } = locked;
    const token = tokenOf(locked, stepId);
    if (token.assigneeId !== askedById) throw notYours();
    const offer = await offerExtension(context, ticket, token);
    if (offer.refusal) throw new ConflictError(offer.refusal.code, offer.refusal.text, { opensAt: offer.opensAt });
    const dueBefore = offer.dueAt ?? context.now();
    requireLater(dueAt, dueBefore, context.now());
    const approverId = await findApprover(context, ticketId, askedById);
    const id = newId();
    await insertRows(context, 'extensionRequest', [
      {
        ...{ id, ticketId, tokenId: stepId, askedById, approverId, dueBefore, dueAt, body: reason },
        status: 'pending',
        createdAt: context.now(),
      },
    ]);
    await addHistoryLine(context, ticket, {
      kind: 'extension_requested',
      actorId: askedById,
      nodeId: token.nodeId,
      body: reason,
      changes: [{ field: 'dueAt', from: dueBefore, to: dueAt }],
    });
    const asker = await context.db.selectFrom('agent').select('name').where('id', '=', askedById).executeTakeFirst();
    await notifyAbout(context, ticket, {
      causeId: `${id}:asked`,
      kind: 'ticket.extension_requested',
      agentIds: approverId ? [approverId] : [],
      isActionable: true,
      params: { name: asker?.name, body: reason.slice(0, 200) },
    });
    return id;
  });
}

/** Only whoever handles the step, or asked, may do this. */
export const notYours = (): NotPermittedError =>
  new NotPermittedError('ticket.handle', {
    en: 'Only the handler of this step can ask for more time on it, and take that back.',
    zh: '只有该步骤的处理人才能申请或撤回延期。',
  });

function requireLater(dueAt: Date, dueBefore: Date, now: Date): void {
  if (dueAt <= now || dueAt <= dueBefore) {
    throw ValidationError.at('dueAt', 'not_later', {
      en: 'Choose a time that is later than now and than the present due time.',
      zh: '新的到期时间应晚于现在和当前到期时间。',
    });
  }
  if (dueAt.getTime() - now.getTime() > mostDays * 86_400_000) {
    throw ValidationError.at('dueAt', 'too_late', {
      en: `Choose a time within ${mostDays} days.`,
      zh: `新的到期时间应在 ${mostDays} 天以内。`,
    });
  }
}
