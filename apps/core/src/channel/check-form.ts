import type { z } from 'zod';
import { ValidationError } from '../platform/errors.ts';
import { schemaFaults } from '../platform/schema-faults.ts';

/** Checks what was entered into a plugin's form. Throws ValidationError whose paths begin with `place`. */
export function checkForm(place: string, form: z.ZodObject, entries: Record<string, unknown>): Record<string, unknown> {
  const result = form.strict().safeParse(entries);
  if (result.success) return result.data;
  throw new ValidationError(
    schemaFaults(result.error, entries).map((found) => ({ ...found, path: [place, ...found.path.map(String)] })),
  );
}
