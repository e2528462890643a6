import type { z } from 'zod';
import { requireAgent } from '../../identity/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotPermittedError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { loadClocks } from '../../sla/clock/clock-store.ts';
import { keepMoves } from '../../sla/clock/keep-moves.ts';
import { policyOfTicket } from '../../sla/policy/hold-policy.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { addHistoryLine } from '../add-history-line.ts';
import type { LockedTicket } from '../lock-ticket.ts';
import { notifyAbout } from '../notify-people.ts';
import { extendClocks } from './extended-clocks.ts';
import { mayDecide, type ExtensionRow } from './extension-access.ts';
import { decideExtensionInput } from './extension-input.ts';
import { lockOpenRequest, requireOpenStep } from './lock-request.ts';

/**
 * Grants or refuses a request for more time. Granting moves the step's promises to the time asked for, with its line in
 * their ledgers, and takes the overdue flag away; refusing leaves them. Returns the request's id. Throws ConflictError if
 * somebody decided already, the step is over, or the time asked for has passed or is no extension any more.
 */
export async function decideExtension(context: Context, input: z.input<typeof decideExtensionInput>): Promise<string> {
  const { extensionRequestId: requestId, isApproved, comment } = parseInput(decideExtensionInput, input);
  const deciderId = requireAgent(context.actor);
  return inTransaction(context, async (context) => {
    const { request, locked } = await lockOpenRequest(context, requestId);
    if (!(await mayDecide(context, request))) throw new NotPermittedError('ticket.manage');
    requireOpenStep(request);
    if (isApproved) await grant(context, request, locked);
    const status = isApproved ? 'approved' : 'rejected';
    await context.db
      .updateTable('extensionRequest')
      .set({ status, comment: comment || null, decidedById: deciderId, decidedAt: context.now() })
      .where('id', '=', requestId)
      .execute();
    await addHistoryLine(context, locked.ticket, {
      kind: `extension_${status}`,
      actorId: deciderId,
      nodeId: locked.state.tokens.find(({ id }) => id === request.tokenId)?.nodeId ?? null,
      body: comment || null,
      changes: [{ field: 'dueAt', from: request.dueBefore, to: isApproved ? request.dueAt : request.dueBefore }],
    });
    await notifyAbout(context, locked.ticket, {
      causeId: `${requestId}:${status}`,
      kind: `ticket.extension_${status}`,
      agentIds: [request.askedById],
      isActionable: false,
      params: { body: comment?.slice(0, 200) },
    });
    return requestId;
  });
}

async function grant(context: Context, request: ExtensionRow, { ticket, version }: LockedTicket): Promise<void> {
  const now = context.now();
  const policy = policyOfTicket(version.definition.sla, ticket);
  if (request.dueAt <= now) {
    throw new ConflictError('time_passed', {
      en: 'The time that was asked for has passed. Reject the request; the handler can ask for a later time.',
      zh: '所申请的到期时间已过。请驳回，由处理人重新申请。',
    });
  }
  const calendar = await loadCalendar(context, policy.calendar);
  const before = await loadClocks(context, [ticket.id]);
  const clocks = extendClocks(before, request.tokenId, request.dueAt, now, policy, calendar.definition);
  if ((await keepMoves(context, ticket.id, policy, calendar, before, clocks)) > 0) return;
  throw new ConflictError('nothing_to_extend', {
    en: 'No promise of this step runs that is due before then. It may be paused: decide when the ticket goes on.',
    zh: '该步骤没有早于所申请时间的计时，可能已暂停，请在工单恢复后再处理。',
  });
}
