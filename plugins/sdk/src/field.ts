import { z } from 'zod';
import type { LocalizedText } from './localized-text.ts';

/** What a person is told about a setting or an entry of an action's form. */
export interface FieldFacts {
  title: LocalizedText;
  description?: LocalizedText;
  /** Kept sealed, never shown again; an empty entry in a later change keeps the old value. */
  secret?: true;
}

const fieldFacts = z.registry<FieldFacts>();

/** Names a field of a form for people. `schema` must be the whole field, with its `optional()` or `default()`. */
export function field<Schema extends z.ZodType>(schema: Schema, facts: FieldFacts): Schema {
  fieldFacts.add(schema, facts);
  return schema;
}

/** What is known about a field; undefined if it was not named by `field`. */
export const factsOf = (schema: z.ZodType): FieldFacts | undefined => fieldFacts.get(schema);

/** The keys of the secret fields of a form. */
export const secretKeys = (form: z.ZodObject): string[] =>
  Object.entries(form.shape)
    .filter(([, schema]) => factsOf(schema as z.ZodType)?.secret)
    .map(([key]) => key);

/** A form as JSON Schema (draft 2020-12); `title`, `description` and `secret` of a field are its facts. */
export const formSchema = (form: z.ZodObject): Record<string, unknown> => {
  const { $schema: _draft, ...schema } = z.toJSONSchema(form, { io: 'input', metadata: fieldFacts });
  return schema;
};
