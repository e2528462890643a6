import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { mergeTargets } from './merged-tickets.sql.ts';

/** Throws ConflictError if a ticket ended in another one: what is to be said now belongs there. */
export async function requireNotMerged(context: Context, ticketId: string): Promise<void> {
  const target = (await mergeTargets(context, ticketId)).at(-1);
  if (!target) return;
  const { number } = await context.db
    .selectFrom('ticket')
    .select('number')
    .where('id', '=', target)
    .executeTakeFirstOrThrow();
  throw new ConflictError(
    'ticket_merged',
    {
      en: `This ticket was merged into ${number}. Go on there; what you typed is kept.`,
      zh: `本工单已合并到 ${number}，请在该工单继续，您填写的内容已保留。`,
    },
    { mergedIntoNumber: number },
  );
}
