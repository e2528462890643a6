import { sql, type RawBuilder } from 'kysely';
import type { InputRef, InputType } from '@pothos/core';
import type { Context } from '../platform/context.ts';
import { ValidationError } from '../platform/errors.ts';
import { builder, type ApiTypes } from './builder.ts';
import { fromGlobalId } from './global-id.ts';

type Where = RawBuilder<boolean>;
type Comparison = Record<string, unknown>;

/** How one field of a filter reaches the database. */
export type FilterField =
  | { kind: 'text' | 'date' | 'number' | 'boolean'; column: string; description?: string }
  | { kind: 'id'; node: string; column: string; description?: string }
  | { kind: 'enum'; type: InputType<ApiTypes>; name: string; column: string; description?: string }
  | {
      kind: 'custom';
      type: InputType<ApiTypes> | [InputType<ApiTypes>];
      description?: string;
      where: (value: never, context: Context) => Where | Promise<Where>;
    };

const maxDepth = 6;
const maxConditions = 60;

const tooLarge = (): ValidationError =>
  ValidationError.at('filter', 'filter_too_large', {
    en: `A filter has at most ${maxConditions} conditions, ${maxDepth} levels deep.`,
    zh: `筛选最多 ${maxConditions} 个条件、${maxDepth} 层。`,
  });

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);

const operators: Record<string, (column: RawBuilder<unknown>, value: never) => Where> = {
  eq: (column, value) => sql`${column} = ${value}`,
  not: (column, value) => sql`NOT (${column} <=> ${value})`,
  in: (column, values: unknown[]) => (values.length ? sql`${column} IN (${sql.join(values)})` : sql`FALSE`),
  notIn: (column, values: unknown[]) =>
    values.length ? sql`(${column} IS NULL OR ${column} NOT IN (${sql.join(values)}))` : sql`TRUE`,
  isEmpty: (column, isEmpty: boolean) => (isEmpty ? sql`${column} IS NULL` : sql`${column} IS NOT NULL`),
  contains: (column, text: string) => sql`${column} LIKE ${`%${escapeLike(text)}%`}`,
  startsWith: (column, text: string) => sql`${column} LIKE ${`${escapeLike(text)}%`}`,
  lt: (column, value) => sql`${column} < ${value}`,
  lte: (column, value) => sql`${column} <= ${value}`,
  gt: (column, value) => sql`${column} > ${value}`,
  gte: (column, value) => sql`${column} >= ${value}`,
};

function comparisonOf(column: string, comparison: Comparison, read: (value: unknown) => unknown): Where[] {
  return Object.entries(comparison)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => {
      const operator = operators[name];
      if (!operator) throw new Error(`no filter operator ${name}`);
      const plain = name === 'isEmpty' ? value : Array.isArray(value) ? value.map(read) : read(value);
      return operator(sql.ref(column), plain as never);
    });
}

const comparisons = {
  text: ['eq', 'not', 'in', 'notIn', 'contains', 'startsWith'],
  date: ['eq', 'lt', 'lte', 'gt', 'gte'],
  number: ['eq', 'not', 'in', 'lt', 'lte', 'gt', 'gte'],
  boolean: ['eq'],
  id: ['eq', 'not', 'in', 'notIn'],
  enum: ['eq', 'not', 'in', 'notIn'],
} as const;

const made = new Map<string, InputRef<Comparison>>();

function comparisonInput(name: string, type: InputType<ApiTypes>, allowed: readonly string[]): InputRef<Comparison> {
  const known = made.get(name);
  if (known) return known;
  const ref = builder.inputType(name, {
    fields: (t) => ({
      ...Object.fromEntries(
        allowed.map((operator) => [
          operator,
          operator === 'in' || operator === 'notIn'
            ? t.field({ type: [type], required: false })
            : t.field({ type, required: false }),
        ]),
      ),
      isEmpty: t.boolean({ required: false }),
    }),
  }) as unknown as InputRef<Comparison>;
  made.set(name, ref);
  return ref;
}

function inputOf(field: FilterField): InputType<ApiTypes> | [InputType<ApiTypes>] {
  switch (field.kind) {
    case 'text':
      return comparisonInput('TextFilter', 'String', comparisons.text);
    case 'date':
      return comparisonInput('DateTimeFilter', 'DateTime', comparisons.date);
    case 'number':
      return comparisonInput('NumberFilter', 'Float', comparisons.number);
    case 'boolean':
      return comparisonInput('BooleanFilter', 'Boolean', comparisons.boolean);
    case 'id':
      return comparisonInput('IdFilter', 'ID', comparisons.id);
    case 'enum':
      return comparisonInput(`${field.name}Filter`, field.type, comparisons.enum);
    case 'custom':
      return field.type;
  }
}

/** A filter of one list: its GraphQL input, and its way into a query. */
export interface Filter {
  Input: InputRef<Record<string, unknown>>;
  /** Throws ValidationError if the filter is too large. */
  where: (filter: Record<string, unknown> | null | undefined, context: Context) => Promise<Where>;
}

/** Declares the filter input of a list. Fields beside each other all hold; `and`, `or` and `not` nest. */
export function defineFilter(name: string, fields: Record<string, FilterField>): Filter {
  const Input: InputRef<Record<string, unknown>> = builder.inputRef<Record<string, unknown>>(name);
  builder.inputType(
    Input as never,
    {
      fields: (t: PothosSchemaTypes.InputFieldBuilder<ApiTypes, 'InputObject'>) => ({
        ...Object.fromEntries(
          Object.entries(fields).map(([key, field]) => [
            key,
            t.field({ type: inputOf(field) as InputType<ApiTypes>, required: false, description: field.description }),
          ]),
        ),
        and: t.field({ type: [Input] as unknown as InputType<ApiTypes>, required: false }),
        or: t.field({ type: [Input] as unknown as InputType<ApiTypes>, required: false }),
        not: t.field({ type: Input, required: false }),
      }),
    } as never,
  );

  const fieldWhere = async (key: string, value: unknown, context: Context): Promise<Where[]> => {
    const field = fields[key];
    if (!field) throw new Error(`no filter field ${key}`);
    if (field.kind === 'custom') return [await field.where(value as never, context)];
    const read =
      field.kind === 'id' ? (id: unknown) => fromGlobalId(field.node, String(id)) ?? '' : (plain: unknown) => plain;
    return comparisonOf(field.column, value as Comparison, read);
  };

  const compile = async (
    filter: Record<string, unknown>,
    context: Context,
    depth: number,
    budget: { left: number },
  ): Promise<Where> => {
    if (depth > maxDepth) throw tooLarge();
    const partsOf = async ([key, value]: [string, unknown]): Promise<Where[]> => {
      if (value === null || value === undefined) return [];
      const nested = (inner: unknown): Promise<Where> =>
        compile(inner as Record<string, unknown>, context, depth + 1, budget);
      if (key === 'and') return Promise.all((value as unknown[]).map(nested));
      if (key === 'or') return [sql`(${sql.join(await Promise.all((value as unknown[]).map(nested)), sql` OR `)})`];
      if (key === 'not') return [sql`NOT (${await nested(value)})`];
      budget.left -= 1;
      if (budget.left < 0) throw tooLarge();
      return fieldWhere(key, value, context);
    };
    const parts = (await Promise.all(Object.entries(filter).map(partsOf))).flat();
    return parts.length ? sql`(${sql.join(parts, sql` AND `)})` : sql`TRUE`;
  };

  return { Input, where: (filter, context) => compile(filter ?? {}, context, 1, { left: maxConditions }) };
}
