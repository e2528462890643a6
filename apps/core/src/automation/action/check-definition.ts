import type { z } from 'zod';
import type { FormDefinition } from '../../form/form-definition.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError, ValidationError, type Issue } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';

/** Definitions nest, and what nests has to be bounded. */
const mostCharacters = 20_000;

/** The form that new tickets of a type have; null for tickets of all types. Throws NotFoundError. */
export async function formOfType(context: Context, typeId: string | null): Promise<FormDefinition | null> {
  if (typeId === null) return null;
  const type = await context.db
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', typeId)
    .executeTakeFirst();
  if (!type?.currentVersionId) throw new NotFoundError('ticket type');
  return (await loadVersion(context, type.currentVersionId)).definition.form;
}

/**
 * Reads a definition by its schema and by what `findIssues` says of it. Throws ValidationError that names every fault
 * under `definition`.
 */
export async function checkDefinition<S extends z.ZodType>(
  schema: S,
  input: unknown,
  findIssues: (definition: z.output<S>) => Promise<Issue[]>,
): Promise<z.output<S>> {
  if (JSON.stringify(input ?? null).length > mostCharacters) {
    throw ValidationError.at('definition', 'too_long', { en: 'This is too long.', zh: '内容过长。' });
  }
  const under = (issues: readonly Issue[]) =>
    new ValidationError(issues.map((issue) => ({ ...issue, path: ['definition', ...issue.path] })));
  let definition: z.output<S>;
  try {
    definition = parseInput(schema, input);
  } catch (error) {
    throw error instanceof ValidationError ? under(error.issues) : error;
  }
  const issues = await findIssues(definition);
  if (issues.length > 0) throw under(issues);
  return definition;
}
