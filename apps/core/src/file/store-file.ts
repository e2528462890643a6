import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import type { FileContent } from '../platform/file-store.ts';
import { newId } from '../platform/id.ts';
import { dropFile, keepFile, writeFile } from './keep-file.ts';

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
  const stored = await writeFile(context, id, upload.content);
  if (stored.sizeBytes === 0) {
    await dropFile(context, id);
    throw ValidationError.at('file', 'file_empty', {
      en: 'This file is empty. Choose another.',
      zh: '文件为空，请重新选择。',
    });
  }
  await check(id, stored.contentType);
  const name = upload.name.replace(/[\\/\p{Cc}]/gu, '_').slice(-255) || 'file';
  try {
    await keepFile(context, { ...stored, ...owner, id, name, createdAt: context.now() });
  } catch (error) {
    await dropFile(context, id);
    throw error;
  }
  return id;
}

/** Keeps an upload of the caller and returns its id; a mutation then attaches it. Throws as `storeFileOf` does. */
export const storeFile = (context: Context, upload: { name: string; content: FileContent }): Promise<string> =>
  storeFileOf(context, { uploadedById: requireAgent(context.actor) }, upload);
