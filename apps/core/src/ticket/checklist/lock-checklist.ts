import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { isFinished } from '../../flow/flow-state.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { lockTicket, type LockedTicket } from '../lock-ticket.ts';

export type ChecklistRow = Selectable<DB['checklistItem']>;

/** The checklist of a ticket that the caller may see, under the ticket's lock. Throws ConflictError once it is over. */
export async function lockChecklist(
  context: Context,
  ticketId: string,
): Promise<{ locked: LockedTicket; items: ChecklistRow[] }> {
  const locked = await lockTicket(context, ticketId);
  if (locked.ticket.status === 'draft') throw new NotFoundError('ticket');
  if (isFinished(locked.state)) {
    throw new ConflictError('finished', {
      en: 'This ticket is over. Its checklist stays as it is.',
      zh: '工单已结束，检查项不能再更改。',
    });
  }
  const items = await context.db
    .selectFrom('checklistItem')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return { locked, items };
}

/** One item of a checklist. Throws NotFoundError. */
export function itemOf(items: readonly ChecklistRow[], id: string): ChecklistRow {
  const item = items.find((one) => one.id === id);
  if (!item) throw new NotFoundError('checklist item');
  return item;
}

/** What an item says in one language, for the history. */
export const wordsOf = ({ labels }: Pick<ChecklistRow, 'labels'>, locale: 'en' | 'zh'): string =>
  (labels as Record<'en' | 'zh', string>)[locale];
