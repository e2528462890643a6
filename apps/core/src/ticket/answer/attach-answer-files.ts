import type { Answers } from '../../form/answers.ts';
import type { FormDefinition } from '../../form/form-definition.ts';
import { formFields } from '../../form/form-fields.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';

/** Ties the files that a form's answers name to the ticket; only the actor's own uploads that belong to nothing yet. */
export async function attachAnswerFiles(
  context: Context,
  ticketId: string,
  form: FormDefinition,
  answers: Answers,
): Promise<void> {
  const named = formFields(form)
    .filter((field) => field.type === 'attachment' || field.type === 'image')
    .flatMap((field) => {
      const value = answers[field.key];
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    })
    .map((id) => fromGlobalId('File', id) ?? id);
  if (named.length === 0 || !context.actor.agentId) return;
  await context.db
    .updateTable('file')
    .set({ ownerType: 'ticket', ownerId: ticketId })
    .where('id', 'in', named)
    .where('uploadedById', '=', context.actor.agentId)
    .where('ownerId', 'is', null)
    .execute();
}
