import { dropFile, filesOf } from '../file/keep-file.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, ValidationError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { storeFileOf } from '../file/store-file.ts';
import { submissionOwner } from './attach-submitted-files.ts';
import type { UploadKind } from './external-form-definition.ts';
import { submissionKey } from './external-form-input.ts';
import { linkStateWords } from './link-state-words.ts';
import { countUse, openLink } from './open-link.ts';

const documentTypes =
  /^(application\/(pdf|rtf|msword|vnd\.(openxmlformats-officedocument|ms-|oasis\.opendocument).*|x-cfb)|text\/)/;

const fits: Record<UploadKind, (contentType: string) => boolean> = {
  image: (type) => type.startsWith('image/') && type !== 'image/svg+xml',
  document: (type) => documentTypes.test(type),
  audio_video: (type) => /^(audio|video)\//.test(type),
};

const refused = (code: string, en: string, zh: string): ValidationError => ValidationError.at('file', code, { en, zh });

/**
 * Keeps a file that a stranger adds to a form, for this submission alone; what is not sent is removed after a day. Its
 * content says what it is. Returns its id. Throws ValidationError for a file that the form does not take, ConflictError
 * for a link that is no longer good, TooManyAttemptsError, NotFoundError.
 */
export async function storeExternalFile(
  context: Context,
  upload: { token: string; submissionKey: string; name: string; content: Uint8Array },
): Promise<string> {
  const key = parseInput(submissionKey, upload.submissionKey);
  const { link, definition, state } = await openLink(context, upload.token);
  await countUse(context, 'upload', link);
  if (state !== 'open') throw new ConflictError(`link_${state}`, linkStateWords[state]);
  const { maxFiles, maxFileMegabytes: most, fileKinds } = definition;
  if (upload.content.length > most * 1024 * 1024) {
    throw refused('file_too_large', `A file may have at most ${most} MB.`, `单个文件最大 ${most} MB。`);
  }
  const { count } = await context.db
    .selectFrom('file')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('ownerType', '=', submissionOwner)
    .where('ownerId', '=', key)
    .executeTakeFirstOrThrow();
  // A file that was taken out of the form again still counts, up to twice as many.
  if (count >= maxFiles * 2) {
    throw refused('too_many_files', `Send at most ${maxFiles} files in all.`, `最多上传 ${maxFiles} 个文件。`);
  }
  const owner = { ownerType: submissionOwner, ownerId: key };
  return storeFileOf(context, owner, upload, async (id, contentType) => {
    if (fileKinds.some((kind) => fits[kind](contentType))) return;
    await dropFile(context, id);
    throw refused(
      'file_kind',
      'This kind of file is not taken here. Choose another.',
      '此处不接受该类型的文件，请另选。',
    );
  });
}

const dayMs = 24 * 60 * 60 * 1000;
const mostAtOnce = 500;

/** Removes uploads that were never sent within a day. Returns how many. */
export async function removeUnsentFiles(context: Context): Promise<number> {
  const left = await context.db
    .selectFrom('file')
    .select('id')
    .where('ownerType', '=', submissionOwner)
    .where('createdAt', '<', new Date(context.now().getTime() - dayMs))
    .limit(mostAtOnce)
    .execute();
  for (const { id } of left) {
    await context.db.deleteFrom('file').where('id', '=', id).where('ownerType', '=', submissionOwner).execute();
    await filesOf(context).remove(id);
  }
  return left.length;
}
