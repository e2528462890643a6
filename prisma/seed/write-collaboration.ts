import { loadActor } from '@handoff/core/identity/load-actor';
import type { Context } from '@handoff/core/platform/context';
import { DomainError } from '@handoff/core/platform/errors';
import { decideExtension } from '@handoff/core/ticket/extension/decide-extension';
import { requestExtension } from '@handoff/core/ticket/extension/request-extension';
import { extensionReasons } from './phrases.ts';
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

/** What people of the demo company do together on their tickets. */
export async function writeCollaboration(context: Context): Promise<void> {
  await writeExtensions(context, 8);
}
