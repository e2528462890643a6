import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockView } from './saved-view-access.ts';
import { updateSavedViewInput, viewSharingSchema } from './saved-view-input.ts';
import { shareView } from './share-view.ts';

/**
 * Changes what is named of a view. Throws NotFoundError, NotPermittedError for another's view without view.share,
 * ConflictError if it changed since `expectedVersion`.
 */
export async function updateSavedView(context: Context, input: z.input<typeof updateSavedViewInput>): Promise<string> {
  const {
    savedViewId: viewId,
    expectedVersion,
    name,
    query,
    sharing,
    groupIds,
  } = parseInput(updateSavedViewInput, input);
  return inTransaction(context, async (context) => {
    const view = await lockView(context, viewId);
    if (view.version !== expectedVersion) throw ConflictError.stale(view.version);
    const before = viewSharingSchema.parse(view.sharing);
    await context.db
      .updateTable('savedView')
      .set({
        ...(name === undefined ? {} : { name }),
        ...(query === undefined ? {} : { query: JSON.stringify(query) }),
        ...(sharing === undefined ? {} : { sharing }),
        version: view.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', viewId)
      .execute();
    if (sharing !== undefined) await shareView(context, viewId, before, sharing, groupIds ?? []);
    return viewId;
  });
}
