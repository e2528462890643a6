import { CompiledQuery, type Compilable, type Insertable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { now, soon } from '@handoff/prisma/statement-queue';
import type { Context } from './context.ts';

type Table = keyof DB;
export type NewRow<T extends Table> = Insertable<DB[T]>;
type Column<T extends Table> = keyof NewRow<T> & string;

/** What to do with a row that is there already: leave it, or set these columns of it. */
type OnDuplicate<T extends Table> = 'ignore' | readonly Column<T>[];

interface PendingRows {
  rows: object[];
  onDuplicate: 'ignore' | readonly string[] | undefined;
}

/** Rows that a transaction writes at its end, by table. */
export type PendingInserts = Map<string, PendingRows>;

const names = new Map<string, string>();

/** The name of a table or column in the database, quoted. */
function nameOf(camel: string): string {
  const known = names.get(camel);
  if (known) return known;
  const name = `\`${camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}\``;
  names.set(camel, name);
  return name;
}

/** Written as text, since on the paths that everybody takes building and compiling a query costs more than running it. */
function insertion(table: string, { rows, onDuplicate }: PendingRows): CompiledQuery {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values: unknown[] = [];
  const tuples = rows.map((row) => {
    const places = columns.map((column) => {
      const value = (row as Record<string, unknown>)[column];
      if (value === undefined) return 'DEFAULT';
      values.push(value);
      return '?';
    });
    return `(${places.join(', ')})`;
  });
  const set = (column: string): string => `${nameOf(column)} = VALUES(${nameOf(column)})`;
  const update =
    onDuplicate && onDuplicate !== 'ignore' ? ` ON DUPLICATE KEY UPDATE ${onDuplicate.map(set).join(', ')}` : '';
  return CompiledQuery.raw(
    `INSERT ${onDuplicate === 'ignore' ? 'IGNORE ' : ''}INTO ${nameOf(table)} (${columns.map(nameOf).join(', ')}) VALUES ${tuples.join(', ')}${update}`,
    values,
  );
}

/** Writes rows in one statement, and rejects where it is refused. */
export async function insertRows<T extends Table>(
  context: Pick<Context, 'db'>,
  table: T,
  rows: readonly NewRow<T>[],
  onDuplicate?: OnDuplicate<T>,
): Promise<void> {
  if (rows.length > 0) await context.db.executeQuery(insertion(table, { rows: [...rows], onDuplicate }));
}

/**
 * As `insertRows`, but in one message with the next statement of the transaction that somebody waits for: what the
 * transaction reads afterwards finds the rows, and a refusal comes with that statement or the commit.
 */
export async function insertSoon<T extends Table>(
  context: Pick<Context, 'db'>,
  table: T,
  rows: readonly NewRow<T>[],
  onDuplicate?: OnDuplicate<T>,
): Promise<void> {
  if (rows.length > 0) await sendSoon(context, insertion(table, { rows: [...rows], onDuplicate }));
}

/** As `insertSoon`, for a change or removal that has its answer ignored. */
export async function writeSoon(context: Pick<Context, 'db'>, write: Compilable): Promise<void> {
  await sendSoon(context, write.compile());
}

async function sendSoon({ db }: Pick<Context, 'db'>, query: CompiledQuery): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(soon + query.sql, [...query.parameters]));
}

/** Sends what was to be written soon, and rejects where it is refused. */
export async function writeNow({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(now));
}

/**
 * Writes rows at the end of the transaction, together with all others of their table; at once outside one. For what the
 * transaction itself does not read again, such as histories and the outbox.
 */
export async function insertLater<T extends Table>(
  context: Pick<Context, 'db' | 'pending'>,
  table: T,
  rows: readonly NewRow<T>[],
  onDuplicate?: OnDuplicate<T>,
): Promise<void> {
  if (!context.pending) return insertRows(context, table, rows, onDuplicate);
  const waiting = context.pending.get(table) ?? { rows: [], onDuplicate };
  waiting.rows.push(...rows);
  context.pending.set(table, waiting);
}

/**
 * Writes rows soon, since the transaction may read them again; at its end, together with those of all its other tickets,
 * where it changes many. A table has one `onDuplicate` throughout.
 */
export const insertTogether = <T extends Table>(
  context: Pick<Context, 'db' | 'pending' | 'bulk'>,
  table: T,
  rows: readonly NewRow<T>[],
  onDuplicate?: OnDuplicate<T>,
): Promise<void> => (context.bulk ? insertLater : insertSoon)(context, table, rows, onDuplicate);

/** Lets what a part of the transaction left for its end wait with all the rest. */
export function addPending(context: Pick<Context, 'pending'>, part: PendingInserts | undefined): void {
  for (const [table, { rows, onDuplicate }] of part ?? []) {
    const waiting = context.pending?.get(table);
    if (waiting) waiting.rows.push(...rows);
    else context.pending?.set(table, { rows, onDuplicate });
  }
}

/** Writes what waits for the end of the transaction: a statement a table. */
export async function writePending(context: Pick<Context, 'db' | 'pending'>): Promise<void> {
  for (const [table, waiting] of context.pending ?? []) {
    context.pending?.delete(table);
    if (waiting.rows.length > 0) await sendSoon(context, insertion(table, waiting));
  }
}
