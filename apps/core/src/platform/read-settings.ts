import type { z } from 'zod';

/**
 * Reads a process's settings from its environment; an empty one counts as not set. Throws one sentence that names
 * every setting that is missing or wrong.
 */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`);
  throw new Error(`Some settings are missing or wrong: ${faults.join(', ')}`);
}
