import type { z } from 'zod';
import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { createSavedViewInput, mostViewsOfOne } from './saved-view-input.ts';
import { shareView } from './share-view.ts';

/** Keeps what a list shows under a name, for its maker or, with view.share, for others too. Returns the view's id. */
export async function createSavedView(context: Context, input: z.input<typeof createSavedViewInput>): Promise<string> {
  const ownerId = requireAgent(context.actor);
  const { list, name, query, sharing, groupIds } = parseInput(createSavedViewInput, input);
  return inTransaction(context, async (context) => {
    const own = await context.db
      .selectFrom('savedView')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('position').as('last')])
      .where('list', '=', list)
      .where('ownerId', '=', ownerId)
      .executeTakeFirstOrThrow();
    if (own.count >= mostViewsOfOne) {
      throw ValidationError.at('name', 'too_many_views', {
        en: `You have ${mostViewsOfOne} views of this list, which is the most. Delete one first.`,
        zh: `此列表最多保存 ${mostViewsOfOne} 个视图，请先删除一个。`,
      });
    }
    const id = newId();
    const now = context.now();
    await context.db
      .insertInto('savedView')
      .values({
        id,
        ownerId,
        list,
        name,
        query: JSON.stringify(query),
        sharing,
        position: (own.last ?? 0) + 1,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await shareView(context, id, 'nobody', sharing, groupIds);
    return id;
  });
}
