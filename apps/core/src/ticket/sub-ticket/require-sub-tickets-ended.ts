import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import type { TicketRow } from '../ticket-access.ts';

export const subTicketsOpen = 'sub_tickets_open';

/** Throws ConflictError while a sub-ticket is open whose type holds its parent. */
export async function requireSubTicketsEnded(
  context: Context,
  parent: Pick<TicketRow, 'id' | 'version'>,
): Promise<void> {
  const open = await context.db
    .selectFrom('ticket')
    .select(['number', 'versionId'])
    .where('parentId', '=', parent.id)
    .where('isActive', '=', true)
    .execute();
  const holding: string[] = [];
  for (const { number, versionId } of open) {
    if ((await loadVersion(context, versionId)).definition.holdsParent) holding.push(number);
  }
  if (holding.length === 0) return;
  throw new ConflictError(
    subTicketsOpen,
    {
      en: `This ticket can be completed once its sub-tickets have ended: ${holding.join(', ')}. Your entries are kept.`,
      zh: `子工单 ${holding.join('、')} 办结后才能完结本工单，您填写的内容已保留。`,
    },
    { version: parent.version, subTickets: holding },
  );
}
