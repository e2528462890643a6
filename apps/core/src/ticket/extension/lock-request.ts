import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { lockTicket, type LockedTicket } from '../lock-ticket.ts';
import { loadVisibleExtensions, type ExtensionRow } from './extension-access.ts';

/**
 * A request that nobody has decided on, with the lock of its ticket, which everybody who changes it takes first. Throws
 * NotFoundError, and ConflictError if it is over.
 */
export async function lockOpenRequest(
  context: Context,
  requestId: string,
): Promise<{ request: ExtensionRow; locked: LockedTicket }> {
  const [seen] = await loadVisibleExtensions(context, [requestId]);
  if (!seen) throw new NotFoundError('extension request');
  const locked = await lockTicket(context, seen.ticketId);
  // The first look came before the lock.
  const request = await context.db
    .selectFrom('extensionRequest')
    .selectAll()
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (request.status !== 'pending') {
    throw new ConflictError(
      'already_decided',
      { en: 'Somebody has decided on this request already.', zh: '该延期申请已处理。' },
      { status: request.status, decidedById: request.decidedById },
    );
  }
  const isStepOpen = locked.state.tokens.some(({ id }) => id === request.tokenId);
  return { request: { ...request, isStepOpen }, locked };
}

/** Throws ConflictError if the step has ended meanwhile: there is nothing left to extend. */
export function requireOpenStep({ isStepOpen }: ExtensionRow): void {
  if (isStepOpen) return;
  throw new ConflictError('request_lapsed', {
    en: 'The step that this request is for is over. There is nothing left to extend.',
    zh: '该申请对应的步骤已结束，无需再延期。',
  });
}
