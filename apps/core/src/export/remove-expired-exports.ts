import { filesOf } from '../file/keep-file.ts';
import type { Context } from '../platform/context.ts';
import { keptExportDays } from './export-input.ts';

const dayMs = 24 * 60 * 60 * 1000;
const mostAtOnce = 500;

/** Removes the files of exports that were kept long enough; what the jobs say of themselves stays. Returns how many. */
export async function removeExpiredExports(context: Context): Promise<number> {
  const expired = await context.db
    .selectFrom('job')
    .innerJoin('file', 'file.id', 'job.fileId')
    .select(['job.id', 'file.id as fileId'])
    .where('job.status', '=', 'completed')
    .where('job.updatedAt', '<', new Date(context.now().getTime() - keptExportDays * dayMs))
    .limit(mostAtOnce)
    .execute();
  for (const { id, fileId } of expired) {
    await filesOf(context).remove(fileId);
    await context.db.deleteFrom('file').where('id', '=', fileId).execute();
    await context.db.updateTable('job').set({ fileId: null }).where('id', '=', id).execute();
  }
  return expired.length;
}
