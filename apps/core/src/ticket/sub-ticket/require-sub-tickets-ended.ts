import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { goesOnIn } from '../merge/where-merged.sql.ts';
import type { TicketRow } from '../ticket-access.ts';

export const subTicketsOpen = 'sub_tickets_open';

/** Throws ConflictError while a sub-ticket is open whose type holds its parent. */
export async function requireSubTicketsEnded(
  context: Context,
  parent: Pick<TicketRow, 'id' | 'version'>,
): Promise<void> {
  const open = await context.db
    .selectFrom('ticket')
    .leftJoin('ticketMerge', (join) =>
      join.onRef('ticketMerge.ticketId', '=', 'ticket.id').on('ticketMerge.undoneAt', 'is', null),
    )
    .select(['ticket.id', 'ticket.number', 'ticket.versionId', 'ticket.isActive'])
    .where('ticket.parentId', '=', parent.id)
    .where((eb) => eb.or([eb('ticket.isActive', '=', true), eb('ticketMerge.id', 'is not', null)]))
    .execute();
  const holding: string[] = [];
  for (const { id, number, versionId, isActive } of open) {
    if (!(await loadVersion(context, versionId)).definition.holdsParent) continue;
    const awaited = isActive ? { number } : await goesOnIn(context, id, parent.id);
    if (awaited && !holding.includes(awaited.number)) holding.push(awaited.number);
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
