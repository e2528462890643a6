import type { z } from 'zod';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockView } from './saved-view-access.ts';
import { deleteSavedViewInput } from './saved-view-input.ts';

/** Deletes a view, for everybody it was shared with too. Throws NotFoundError, NotPermittedError. */
export async function deleteSavedView(context: Context, input: z.input<typeof deleteSavedViewInput>): Promise<string> {
  const { savedViewId: viewId } = parseInput(deleteSavedViewInput, input);
  return inTransaction(context, async (context) => {
    const view = await lockView(context, viewId);
    await context.db.deleteFrom('savedViewGroup').where('viewId', '=', viewId).execute();
    await context.db.deleteFrom('savedView').where('id', '=', viewId).execute();
    if (view.sharing !== 'nobody')
      await recordAudit(context, {
        action: 'view_deleted',
        subjectType: 'saved_view',
        subjectId: viewId,
        changes: { name: view.name },
      });
    return viewId;
  });
}
