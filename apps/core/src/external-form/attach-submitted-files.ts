import type { Answers } from '../form/answers.ts';
import type { FormDefinition } from '../form/form-definition.ts';
import { valueFields } from '../form/form-order.ts';
import { fromGlobalId } from '../graphql/global-id.ts';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';

/** Under which an upload belongs to a submission that has not been sent yet. */
export const submissionOwner = 'external_form';

interface Submission {
  ticketId: string;
  form: FormDefinition;
  answers: Answers;
  sent: { submissionKey: string };
  most: number;
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Ties what a stranger uploaded for this submission to its ticket. Throws ValidationError at the field of any other file. */
export async function attachSubmittedFiles(context: Context, submission: Submission): Promise<void> {
  const { ticketId, form, answers, sent, most } = submission;
  const named = valueFields(form)
    .filter(({ type }) => type === 'attachment' || type === 'image')
    .flatMap(({ key }) => idsIn(answers[key]).map((id) => ({ key, id: fromGlobalId('File', id) ?? id })));
  const ids = [...new Set(named.map(({ id }) => id))];
  if (ids.length === 0) return;
  if (ids.length > most) {
    throw ValidationError.at(['answers', named.at(-1)?.key ?? ''], 'too_many_files', {
      en: `Send at most ${most} files in all. Remove some.`,
      zh: `最多上传 ${most} 个文件，请删除一些。`,
    });
  }
  const { numUpdatedRows } = await context.db
    .updateTable('file')
    .set({ ownerType: 'ticket', ownerId: ticketId })
    .where('id', 'in', ids)
    .where('ownerType', '=', submissionOwner)
    .where('ownerId', '=', sent.submissionKey)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === ids.length) return;
  throw ValidationError.at(['answers', named[0]?.key ?? ''], 'unknown_file', {
    en: 'One of the files is not there any more. Attach it again.',
    zh: '有文件已不存在，请重新上传。',
  });
}
