import type { Insertable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../platform/context.ts';
import type { FileContent, FileStore, StoredFile } from '../platform/file-store.ts';
import { inTransaction } from '../platform/transaction.ts';

/** Throws if this process keeps no files, which only a misbuilt context can cause. */
export function filesOf(context: Context): FileStore {
  if (!context.files) throw new Error('no file store in this process');
  return context.files;
}

/**
 * Writes a file that is nobody's until `keepFile` is called; if this process dies before that, it is removed after a day.
 * Must run outside a transaction, whose end would not take the file along. Throws as `FileStore.write` does.
 */
export async function writeFile(context: Context, id: string, content: FileContent): Promise<StoredFile> {
  await context.db.insertInto('pendingFile').values({ id, createdAt: context.now() }).execute();
  return filesOf(context).write(id, content);
}

/** Makes a file that was written somebody's. Throws if it was given up meanwhile. */
export const keepFile = (context: Context, file: Insertable<DB['file']>): Promise<void> =>
  inTransaction(context, async ({ db }) => {
    const { numDeletedRows } = await db.deleteFrom('pendingFile').where('id', '=', file.id).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new Error(`file ${file.id} was given up before it was kept`);
    await db.insertInto('file').values(file).execute();
  });

/** Removes a file that was written and is not to be kept. */
export async function dropFile(context: Context, id: string): Promise<void> {
  await filesOf(context).remove(id);
  await context.db.deleteFrom('pendingFile').where('id', '=', id).execute();
}

const dayMs = 24 * 60 * 60 * 1000;
const mostAtOnce = 500;

/** Removes what was written, or begun, a day ago and never kept, as its process died. Returns how many. */
export async function removePendingFiles(context: Context): Promise<number> {
  const left = await context.db
    .selectFrom('pendingFile')
    .select('id')
    .where('createdAt', '<', new Date(context.now().getTime() - dayMs))
    .orderBy('createdAt')
    .limit(mostAtOnce)
    .execute();
  let removed = 0;
  for (const { id } of left) {
    // Whoever takes the row away decides what becomes of the file.
    const row = context.db.deleteFrom('pendingFile').where('id', '=', id);
    if ((await row.executeTakeFirstOrThrow()).numDeletedRows === 0n) continue;
    await filesOf(context).remove(id);
    removed += 1;
  }
  return removed;
}
