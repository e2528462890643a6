import type { InputFieldMap, InputRef, InputType } from '@pothos/core';
import { z } from 'zod';
import { localizedText } from '../platform/text/localized-text.ts';
import { builder, type ApiTypes } from './builder.ts';
import { fromGlobalId } from './global-id.ts';

type AnySchema = z.core.$ZodType;
type Param = InputType<ApiTypes>;
type FieldBuilder = PothosSchemaTypes.InputFieldBuilder<ApiTypes, 'InputObject'>;
/** Fields that a GraphQL input has beside those of its zod object. */
export type ExtraFields = (t: FieldBuilder) => InputFieldMap;

const named = new Map<AnySchema, Param>();

const upperSnake = (value: string): string => value.replace(/[^a-zA-Z0-9]+/g, '_').toUpperCase();

/** Publishes a zod enum as a GraphQL enum (lower_snake inside, UPPER_SNAKE outside). */
export function enumOf<T extends string>(
  name: string,
  schema: z.ZodType<T> & { options: readonly T[] },
  description?: string,
) {
  const ref = builder.enumType(name, {
    description,
    values: Object.fromEntries(schema.options.map((value) => [upperSnake(value), { value }])),
  });
  named.set(schema, ref);
  return ref;
}

interface Unwrapped {
  schema: AnySchema;
  isRequired: boolean;
}

function unwrap(schema: AnySchema): Unwrapped {
  const { def } = schema._zod as { def: { type: string; innerType?: AnySchema; in?: AnySchema } };
  if ((def.type === 'optional' || def.type === 'nullable' || def.type === 'default') && def.innerType) {
    return { ...unwrap(def.innerType), isRequired: false };
  }
  if (def.type === 'pipe' && def.in) return unwrap(def.in);
  return { schema, isRequired: true };
}

const metaOf = (schema: AnySchema): { node?: string; description?: string } => z.globalRegistry.get(schema) ?? {};

function scalarOf(schema: AnySchema, path: string): Param {
  const known = named.get(schema);
  if (known) return known;
  const { def } = schema._zod as {
    def: { type: string; format?: string; checks?: { _zod: { def: { format?: string } } }[] };
  };
  switch (def.type) {
    case 'string':
      return metaOf(schema).node ? 'ID' : 'String';
    case 'number':
      return def.format === 'safeint' || def.checks?.some((check) => check._zod.def.format === 'safeint')
        ? 'Int'
        : 'Float';
    case 'boolean':
      return 'Boolean';
    case 'date':
      return 'DateTime';
    case 'record':
    case 'unknown':
    case 'union':
    case 'lazy':
      return 'JSON';
    case 'object':
      return inputOf(`${path}Input`, schema as z.ZodObject);
    default:
      throw new Error(`${path}: a zod ${def.type} has no GraphQL input type; publish it with enumOf or zodInput`);
  }
}

function fieldOf(t: FieldBuilder, schema: AnySchema, path: string) {
  const { schema: inner, isRequired } = unwrap(schema);
  const { def } = inner._zod as { def: { type: string; element?: AnySchema } };
  const description = metaOf(schema).description ?? metaOf(inner).description;
  if (def.type === 'array' && def.element) {
    return t.field({ type: [scalarOf(unwrap(def.element).schema, path)], required: isRequired, description });
  }
  return t.field({ type: scalarOf(inner, path), required: isRequired, description });
}

function inputOf(name: string, schema: z.ZodObject, extra: ExtraFields = () => ({})): InputRef {
  const base = name.replace(/Input$/, '');
  const ref = builder.inputType(name, {
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(schema.shape as Record<string, AnySchema>).map(([key, field]) => [
          key,
          fieldOf(t, field, `${base}${key.charAt(0).toUpperCase()}${key.slice(1)}`),
        ]),
      ),
      ...extra(t),
    }),
  }) as unknown as InputRef;
  named.set(schema, ref);
  return ref;
}

/** Publishes a use-case's zod object as a GraphQL input, so that form, API and use-case share one schema. */
export const zodInput = <S extends z.ZodObject>(name: string, schema: S, extra?: ExtraFields): InputRef<z.input<S>> =>
  inputOf(name, schema, extra) as InputRef<z.input<S>>;

zodInput('LocalizedTextInput', localizedText);

/** Takes Relay ids back to record ids wherever the schema names a node; an id of another type is left as it is and so refused. */
export function decodeIds(schema: AnySchema, value: unknown): unknown {
  const { schema: inner } = unwrap(schema);
  if (value === null || value === undefined) return value;
  const { def } = inner._zod as { def: { type: string; element?: AnySchema; shape?: Record<string, AnySchema> } };
  if (def.type === 'array' && def.element && Array.isArray(value)) {
    const element = def.element;
    return value.map((item) => decodeIds(element, item));
  }
  if (def.type === 'object' && def.shape && typeof value === 'object') {
    const shape = def.shape;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, shape[key] ? decodeIds(shape[key], item) : item]),
    );
  }
  const { node } = metaOf(inner);
  if (!node || typeof value !== 'string') return value;
  return fromGlobalId(node, value) ?? value;
}
