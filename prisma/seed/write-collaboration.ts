import { loadActor } from '@handoff/core/identity/load-actor';
import type { Context } from '@handoff/core/platform/context';
import { DomainError } from '@handoff/core/platform/errors';
import { decideExtension } from '@handoff/core/ticket/extension/decide-extension';
import { linkTickets } from '@handoff/core/ticket/link/link-tickets';
import { CHOSEN_RELATIONS } from '@handoff/core/ticket/link/link-relations';
import { mergeTickets } from '@handoff/core/ticket/merge/merge-tickets';
import { splitTicket } from '@handoff/core/ticket/merge/split-ticket';
import { watchTicket } from '@handoff/core/ticket/watch/watch-ticket';
import { commentTicket } from '@handoff/core/ticket/comment-ticket';
import { requestExtension } from '@handoff/core/ticket/extension/request-extension';
import { extensionReasons, splitNote } from './phrases.ts';
import { seededRandom } from './random.ts';

const dayMs = 24 * 60 * 60 * 1000;

async function as(context: Context, agentId: string): Promise<Context> {
  const actor = await loadActor(context.db, agentId);
  if (!actor) throw new Error('a demo agent is missing');
  return { ...context, actor, memo: new Map() };
}

/** Lets the handlers of late tickets ask for more time; some requests are decided, the rest wait. */
async function writeExtensions(context: Context, count: number): Promise<void> {
  const random = seededRandom(11_000);
  const late = await context.db
    .selectFrom('ticketStep')
    .innerJoin('ticket', 'ticket.id', 'ticketStep.ticketId')
    .select(['ticketStep.ticketId', 'ticketStep.tokenId', 'ticketStep.assigneeId'])
    .where('ticketStep.isActive', '=', true)
    .where('ticketStep.assigneeId', 'is not', null)
    .where('ticket.isActive', '=', true)
    .where('ticket.dueAt', 'is not', null)
    .orderBy('ticket.dueAt')
    .limit(count * 4)
    .execute();
  let asked = 0;
  for (const { ticketId, tokenId, assigneeId } of late) {
    if (asked === count) return;
    const dueAt = new Date(context.now().getTime() + random.between(1, 4) * dayMs);
    try {
      const handler = await as(context, assigneeId ?? '');
      const reason = random.pick(extensionReasons);
      const extensionRequestId = await requestExtension(handler, { ticketId, stepId: tokenId, dueAt, reason });
      asked += 1;
      const { approverId } = await context.db
        .selectFrom('extensionRequest')
        .select('approverId')
        .where('id', '=', extensionRequestId)
        .executeTakeFirstOrThrow();
      if (!approverId || asked % 3 !== 0) continue;
      await decideExtension(await as(context, approverId), { extensionRequestId, isApproved: asked % 2 === 0 });
    } catch (error) {
      // Not every promise is near enough to its end.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

/** Lets the service manager say how some of the newest repairs stand to each other. */
async function writeLinks(context: Context, managerId: string, typeId: string, count: number): Promise<void> {
  const random = seededRandom(12_000);
  const tickets = await context.db
    .selectFrom('ticket')
    .select('id')
    .where('typeId', '=', typeId)
    .where('isActive', '=', true)
    .orderBy('createdAt', 'desc')
    .limit(count * 2)
    .execute();
  const manager = await as(context, managerId);
  for (let place = 0; place < tickets.length; place++) {
    const ticketId = tickets[place]?.id ?? '';
    const otherTicketId = tickets[(place * 7 + 3) % tickets.length]?.id ?? '';
    try {
      await linkTickets(manager, { ticketId, relation: random.pick(CHOSEN_RELATIONS), otherTicketId });
    } catch (error) {
      // Not every pair is hers to link, nor two tickets.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

/** What the service manager does with some of the newest repairs: watches, merges a duplicate, splits off what is new. */
async function writeTogether(context: Context, managerId: string, typeId: string): Promise<void> {
  const manager = await as(context, managerId);
  const tickets = await context.db
    .selectFrom('ticket')
    .select(['id', 'sequence'])
    .where('typeId', '=', typeId)
    .where('isActive', '=', true)
    .orderBy('createdAt', 'desc')
    .offset(24)
    .limit(12)
    .execute();
  for (const [place, { id: ticketId, sequence }] of tickets.entries()) {
    const into = tickets[place + 1]?.id ?? '';
    try {
      if (place % 2 === 0) await watchTicket(manager, { ticketId });
      if (place % 5 === 0) await mergeTickets(manager, { ticketId, intoTicketId: into });
      if (place % 5 !== 3) continue;
      await commentTicket(manager, { ticketId, body: splitNote.body });
      await splitTicket(manager, { ticketId, sequence: sequence + 1, ...splitNote });
    } catch (error) {
      // Not every ticket is hers to change.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

/** What people of the demo company do together on their tickets. */
export async function writeCollaboration(
  context: Context,
  agentIds: ReadonlyMap<string, string>,
  typeIds: ReadonlyMap<string, string>,
): Promise<void> {
  await writeExtensions(context, 8);
  await writeLinks(context, agentIds.get('zhou.min') ?? '', typeIds.get('repair') ?? '', 12);
  await writeTogether(context, agentIds.get('zhou.min') ?? '', typeIds.get('repair') ?? '');
}
