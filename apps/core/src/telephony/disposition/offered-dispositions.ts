import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../../platform/context.ts';

export type DispositionRow = Selectable<DB['disposition']>;

/** What a group's calls can come to, in their order: its own choice or, if it has made none, all that are in use. */
export async function offeredDispositions(context: Context, groupId: string | null): Promise<DispositionRow[]> {
  const all = await context.db
    .selectFrom('disposition')
    .leftJoin('serviceGroupDisposition as chosen', (join) =>
      join.onRef('chosen.dispositionId', '=', 'disposition.id').on('chosen.groupId', '=', groupId ?? ''),
    )
    .selectAll('disposition')
    .select('chosen.groupId as chosenBy')
    .where('disposition.isActive', '=', true)
    .orderBy('disposition.position')
    .orderBy('disposition.id')
    .limit(200)
    .execute();
  const chosen = all.filter(({ chosenBy }) => chosenBy !== null);
  return chosen.length > 0 ? chosen : all;
}
