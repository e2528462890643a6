import { sql, type ReferenceExpression, type SelectQueryBuilder } from 'kysely';
import { ValidationError } from '../platform/errors.ts';

/** Paging arguments of a list, as the Relay specification names them. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** One column of the order; the last one must be unique. Null sorts after everything else. */
export interface OrderColumn {
  column: string;
  direction: 'asc' | 'desc';
  valueOf: (row: never) => string | number | Date | null;
}

export interface Page<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: { startCursor: string | null; endCursor: string | null; hasNextPage: boolean; hasPreviousPage: boolean };
}

const maxPage = 100;

const encodeCursor = (values: (string | number | Date | null)[]): string =>
  Buffer.from(
    JSON.stringify(values.map((value) => (value instanceof Date ? { d: value.toISOString() } : value))),
  ).toString('base64url');

function decodeCursor(cursor: string, length: number): (string | number | Date | null)[] {
  const fault = ValidationError.at('after', 'bad_cursor', {
    en: 'This cursor is not one of this list. Start from the first page.',
    zh: '游标不属于此列表，请从第一页开始。',
  });
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw fault;
  }
  if (!Array.isArray(values) || values.length !== length) throw fault;
  return values.map((value: unknown) => {
    if (value && typeof value === 'object' && 'd' in value) {
      const date = new Date(String(value.d));
      if (Number.isNaN(date.getTime())) throw fault;
      return date;
    }
    if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
    throw fault;
  });
}

export function pageSize(args: PageArgs): { size: number; isBackward: boolean } {
  const isBackward = args.last !== null && args.last !== undefined;
  const size = (isBackward ? args.last : args.first) ?? 50;
  if (size < 1 || size > maxPage) {
    throw ValidationError.at(isBackward ? 'last' : 'first', 'page_size', {
      en: `A page has 1 to ${maxPage} rows.`,
      zh: `每页 1 到 ${maxPage} 行。`,
    });
  }
  return { size, isBackward };
}

/**
 * Reads one page of a query by keyset: the rows after (or before) the cursor in the given order, so that a page
 * stays where it is while rows come and go. Costs one query over an index that gives the order.
 */
export async function readPage<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  order: OrderColumn[],
  args: PageArgs,
): Promise<Page<Row>> {
  const { size, isBackward } = pageSize(args);
  const cursor = isBackward ? args.before : args.after;
  const directionOf = (column: OrderColumn): 'asc' | 'desc' =>
    isBackward ? (column.direction === 'asc' ? 'desc' : 'asc') : column.direction;
  let page = query;
  if (cursor) {
    const values = decodeCursor(cursor, order.length);
    const steps = order.map((column, index) => {
      const before = order.slice(0, index).map((earlier, at) => sql`${sql.ref(earlier.column)} <=> ${values[at]}`);
      const value = values[index];
      const isAscending = directionOf(column) === 'asc';
      const ref = sql.ref(column.column);
      const beyond =
        value === null || value === undefined
          ? isAscending
            ? sql`${ref} IS NOT NULL`
            : sql`FALSE`
          : isAscending
            ? sql`${ref} > ${value}`
            : sql`(${ref} < ${value} OR ${ref} IS NULL)`;
      return sql`(${sql.join([...before, beyond], sql` AND `)})`;
    });
    page = page.where(sql<boolean>`(${sql.join(steps, sql` OR `)})`);
  }
  for (const column of order) page = page.orderBy(column.column as ReferenceExpression<DB, TB>, directionOf(column));
  const found = await page.limit(size + 1).execute();
  const hasMore = found.length > size;
  const rows = found.slice(0, size);
  if (isBackward) rows.reverse();
  const edges = rows.map((node) => ({
    cursor: encodeCursor(order.map((column) => column.valueOf(node as never))),
    node,
  }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: isBackward ? Boolean(args.before) : hasMore,
      hasPreviousPage: isBackward ? hasMore : Boolean(args.after),
    },
  };
}

/** Counts at most 10,000 rows; above that the count is a bound. */
export interface TotalCount {
  value: number;
  isExact: boolean;
}

const countLimit = 10_000;

/** Counts a query's rows, exactly up to 10,000. */
export async function countRows<DB, TB extends keyof DB>(
  query: SelectQueryBuilder<DB, TB, unknown>,
): Promise<TotalCount> {
  const rows = await query
    .clearSelect()
    .clearOrderBy()
    .select(sql<number>`1`.as('one'))
    .limit(countLimit + 1)
    .execute();
  return { value: Math.min(rows.length, countLimit), isExact: rows.length <= countLimit };
}

/** The ids of a query's rows in their own order, from after this one on. */
export async function readIds<DB, TB extends keyof DB>(
  query: SelectQueryBuilder<DB, TB, { id: string }>,
  column: string,
  after: string | null,
  most: number,
): Promise<string[]> {
  const page = after ? query.where(sql<boolean>`${sql.ref(column)} > ${after}`) : query;
  const rows = await page
    .clearSelect()
    .select(sql<string>`${sql.ref(column)}`.as('id'))
    .orderBy(column as ReferenceExpression<DB, TB>)
    .limit(most)
    .$castTo<{ id: string }>()
    .execute();
  return rows.map((row) => row.id);
}
