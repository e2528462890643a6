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

/** Whose an upload is: of a person, or of what it was added to. */
type UploadOwner = { uploadedById: string } | { ownerType: string; ownerId: string };

/**
 * Keeps an upload under an owner and returns its id. The content, not the name, says what type it is; `check` may refuse
 * it by that. Throws ValidationError if it is too large or empty, StorageFullError on a full disk.
 */
export async function storeFileOf(
  context: Context,
  owner: UploadOwner,
  upload: { name: string; content: FileContent },
  check: (id: string, contentType: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const id = newId();
  const stored = await filesOf(context).write(id, upload.content);
  if (stored.sizeBytes === 0) {
    await filesOf(context).remove(id);
    throw ValidationError.at('file', 'file_empty', {
      en: 'This file is empty. Choose another.',
      zh: '文件为空，请重新选择。',
    });
  }
  await check(id, stored.contentType);
  const name = upload.name.replace(/[\\/\p{Cc}]/gu, '_').slice(-255) || 'file';
  try {
    await context.db
      .insertInto('file')
      .values({ ...stored, ...owner, id, name, createdAt: context.now() })
      .execute();
  } catch (error) {
    await filesOf(context).remove(id);
    throw error;
  }
  return id;
}

/** Keeps an upload of the caller and returns its id; a mutation then attaches it. Throws as `storeFileOf` does. */
export const storeFile = (context: Context, upload: { name: string; content: FileContent }): Promise<string> =>
  storeFileOf(context, { uploadedById: requireAgent(context.actor) }, upload);
