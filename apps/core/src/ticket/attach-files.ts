import { requireAgent } from '../identity/actor.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';

/** Ties uploaded files to a ticket. Throws ValidationError for a file that the caller did not upload. */
export async function attachFiles(
  context: Context,
  ticketId: string,
  fileIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (fileIds.length === 0) return [];
  const files = await context.db
    .selectFrom('file')
    .select(['id', 'name'])
    .where('id', 'in', fileIds)
    .where('uploadedById', '=', requireAgent(context.actor))
    .where((eb) => eb.or([eb('ownerId', 'is', null), eb('ownerId', '=', ticketId)]))
    .execute();
  if (files.length !== new Set(fileIds).size) {
    throw ValidationError.at('fileIds', 'unknown_file', {
      en: 'One of the files is not there any more. Attach it again.',
      zh: '有文件已不存在，请重新上传。',
    });
  }
  await context.db
    .updateTable('file')
    .set({ ownerType: 'ticket', ownerId: ticketId })
    .where('id', 'in', fileIds)
    .execute();
  return files;
}
