import { CompiledQuery, type Insertable } from 'kysely';
import type { DB } from '@handoff/prisma';
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
async function insert(context: Pick<Context, 'db'>, table: string, { rows, onDuplicate }: PendingRows): Promise<void> {
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
  await context.db.executeQuery(
    CompiledQuery.raw(
      `INSERT ${onDuplicate === 'ignore' ? 'IGNORE ' : ''}INTO ${nameOf(table)} (${columns.map(nameOf).join(', ')}) VALUES ${tuples.join(', ')}${update}`,
      values,
    ),
  );
}

/** Writes rows in one statement. */
export async function insertRows<T extends Table>(
  context: Pick<Context, 'db'>,
  table: T,
  rows: readonly NewRow<T>[],
  onDuplicate?: OnDuplicate<T>,
): Promise<void> {
  if (rows.length > 0) await insert(context, table, { rows: [...rows], onDuplicate });
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
 * Writes rows at once, since the transaction may read them again; at its end, together with those of all its other tickets,
 * where it changes many. A table has one `onDuplicate` throughout.
 */
export const insertTogether = <T extends Table>(
  context: Pick<Context, 'db' | 'pending' | 'bulk'>,
  table: T,
  rows: readonly NewRow<T>[],
  onDuplicate?: OnDuplicate<T>,
): Promise<void> => (context.bulk ? insertLater : insertRows)(context, table, rows, onDuplicate);

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
    if (waiting.rows.length > 0) await insert(context, table, waiting);
  }
}
