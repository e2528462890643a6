import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import type { FileContent, FileStore } from '../platform/file-store.ts';
import { newId } from '../platform/id.ts';

/** Throws if this process keeps no files, which only a misbuilt context can cause. */
export function filesOf(context: Context): FileStore {
  if (!context.files) throw new Error('no file store in this process');
  return context.files;
}

/**
 * Keeps an upload of the caller and returns its id; a mutation then attaches it. The content, not the name, says what
 * type it is. Throws ValidationError if it is too large or empty, StorageFullError on a full disk.
 */
export async function storeFile(context: Context, upload: { name: string; content: FileContent }): Promise<string> {
  const uploadedById = requireAgent(context.actor);
  const id = newId();
  const stored = await filesOf(context).write(id, upload.content);
  if (stored.sizeBytes === 0) {
    await filesOf(context).remove(id);
    throw ValidationError.at('file', 'file_empty', {
      en: 'This file is empty. Choose another.',
      zh: '文件为空，请重新选择。',
    });
  }
  const name = upload.name.replace(/[\\/\p{Cc}]/gu, '_').slice(-255) || 'file';
  try {
    await context.db
      .insertInto('file')
      .values({ ...stored, id, name, uploadedById, createdAt: context.now() })
      .execute();
  } catch (error) {
    await filesOf(context).remove(id);
    throw error;
  }
  return id;
}
