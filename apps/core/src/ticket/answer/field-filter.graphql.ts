import { sql, type RawBuilder } from 'kysely';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../platform/context.ts';
import { customersRevealed } from '../../customer/customer-access.ts';
import { customerFieldsOnce } from '../../customer/field/customer-answers.ts';
import { ticketsRevealed } from './shown-answers.ts';

/** A condition on one searchable designed field. */
interface FieldFilterShape {
  key: string;
  eq?: string | null;
  in?: string[] | null;
  notIn?: string[] | null;
  isEmpty?: boolean | null;
  contains?: string | null;
  gt?: number | null;
  gte?: number | null;
  lt?: number | null;
  lte?: number | null;
  after?: Date | null;
  before?: Date | null;
}

export const FieldFilter = builder.inputRef<FieldFilterShape>('FieldFilter').implement({
  description: 'A condition on a searchable designed field. Amounts are in minor units.',
  fields: (t) => ({
    key: t.string({ required: true }),
    eq: t.string({ required: false }),
    in: t.stringList({ required: false, description: 'Any of these, at most 100.' }),
    notIn: t.stringList({ required: false, description: 'None of these, at most 100; an empty field too.' }),
    isEmpty: t.boolean({ required: false }),
    contains: t.string({
      required: false,
      description: 'In phone, e-mail and identity numbers only for those who may see them in full.',
    }),
    gt: t.float({ required: false }),
    gte: t.float({ required: false }),
    lt: t.float({ required: false }),
    lte: t.float({ required: false }),
    after: t.field({ type: 'DateTime', required: false }),
    before: t.field({ type: 'DateTime', required: false }),
  }),
});

const isSet = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const mostValues = 100;

const listed = (values: readonly string[]): RawBuilder<unknown> => sql.join(values.slice(0, mostValues));

type Owner = 'ticket' | 'customer';

/** The records that have a value of the field of which all of `parts` hold. */
const holders = (owner: Owner, key: string, parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(SELECT field_value.owner_id FROM field_value
    WHERE ${sql.join([sql`field_value.owner_type = ${owner}`, sql`field_value.field = ${key}`, ...parts], sql` AND `)})`;

function valueParts(filter: FieldFilterShape, isRevealed: RawBuilder<boolean>): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (isSet(filter.eq)) parts.push(sql`field_value.text_value = ${filter.eq}`);
  if (filter.in) parts.push(filter.in.length ? sql`field_value.text_value IN (${listed(filter.in)})` : sql`FALSE`);
  if (isSet(filter.contains)) {
    const escaped = filter.contains.replace(/[\\%_]/g, (character) => `\\${character}`);
    parts.push(
      sql`field_value.text_value LIKE ${`%${escaped}%`}`,
      sql`(field_value.is_sensitive = 0 OR ${isRevealed})`,
    );
  }
  if (isSet(filter.gt)) parts.push(sql`field_value.number_value > ${filter.gt}`);
  if (isSet(filter.lt)) parts.push(sql`field_value.number_value < ${filter.lt}`);
  if (isSet(filter.gte)) parts.push(sql`field_value.number_value >= ${filter.gte}`);
  if (isSet(filter.lte)) parts.push(sql`field_value.number_value <= ${filter.lte}`);
  if (isSet(filter.after)) parts.push(sql`field_value.date_value >= ${filter.after}`);
  if (isSet(filter.before)) parts.push(sql`field_value.date_value < ${filter.before}`);
  return parts;
}

function oneField(owner: Owner, filter: FieldFilterShape, isRevealed: RawBuilder<boolean>): RawBuilder<boolean> {
  const id = sql.ref(`${owner}.id`);
  const { key, notIn, isEmpty } = filter;
  const parts = valueParts(filter, isRevealed);
  const conditions: RawBuilder<unknown>[] = [];
  if (parts.length > 0 || isEmpty === false) conditions.push(sql`${id} IN ${holders(owner, key, parts)}`);
  if (notIn?.length) {
    conditions.push(sql`${id} NOT IN ${holders(owner, key, [sql`field_value.text_value IN (${listed(notIn)})`])}`);
  }
  if (isEmpty) conditions.push(sql`${id} NOT IN ${holders(owner, key, [])}`);
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` AND `)})` : sql`TRUE`;
}

/**
 * All of the conditions hold. A part of a sensitive value finds nothing for those who may not see it in full: they
 * could put the whole together from parts.
 */
export async function fieldCondition(filters: FieldFilterShape[], context: Context): Promise<RawBuilder<boolean>> {
  if (filters.length === 0) return sql`TRUE`;
  return allOf('ticket', filters, await ticketsRevealed(context));
}

/** The same for customers; only the fields that lists of customers are narrowed by find anything. */
export async function customerFieldCondition(
  filters: FieldFilterShape[],
  context: Context,
): Promise<RawBuilder<boolean>> {
  if (filters.length === 0) return sql`TRUE`;
  const fields = await customerFieldsOnce(context);
  const searchable = new Set(fields.flatMap(({ key, shared, isSearchable }) => (shared && isSearchable ? [key] : [])));
  if (!filters.every(({ key }) => searchable.has(key))) return sql`FALSE`;
  return allOf('customer', filters, await customersRevealed(context));
}

function allOf(owner: Owner, filters: FieldFilterShape[], isRevealed: RawBuilder<boolean>): RawBuilder<boolean> {
  const parts = filters.slice(0, 20).map((filter) => oneField(owner, filter, isRevealed));
  return sql`(${sql.join(parts, sql` AND `)})`;
}
