import { randomBytes } from 'node:crypto';
import type { Connection, Pool, RowDataPacket } from 'mysql2/promise';

type Row = Record<string, unknown>;

/** What one use-case wrote: table by table, the rows as they stand. */
export type Footprint = { table: string; rows: Row[] }[];

/** A row that a use-case changed, and the columns that it set. */
export interface Change {
  table: string;
  id: unknown;
  columns: Row;
}

/** The ids of copies, by those of their originals. */
export type CopiedIds = ReadonlyMap<unknown, string>;

/** Where rows that belong to a ticket are found. */
const tables: [table: string, condition: string][] = [
  ['ticket', 'id = ?'],
  ['ticket_event', 'ticket_id = ?'],
  ['ticket_step', 'ticket_id = ?'],
  ['ticket_participant', 'ticket_id = ?'],
  ['sla_clock', 'ticket_id = ?'],
  ['sla_entry', 'ticket_id = ?'],
  ['ticket_timer', 'ticket_id = ?'],
  ['field_value', 'owner_id = ?'],
  ['search_document', 'subject_id = ?'],
  ['event', 'subject_id = ?'],
  ['outbox', 'payload LIKE ? OR `key` = ?'],
];

/** Reads all rows that a ticket consists of, so that the raw database can be asked to write the same. */
export async function readFootprint(pool: Pool, ticketId: string): Promise<Footprint> {
  const footprint: Footprint = [];
  for (const [table, condition] of tables) {
    const values = table === 'outbox' ? [`%${ticketId}%`, ticketId] : [ticketId];
    const [rows] = await pool.query<RowDataPacket[]>(`SELECT * FROM \`${table}\` WHERE ${condition}`, values);
    if (rows.length > 0) footprint.push({ table, rows });
  }
  return footprint;
}

const keyOf = (row: Row): string =>
  String(
    row['id'] ??
      [row['ticket_id'], row['agent_id'], row['role'], row['owner_id'], row['field'], row['subject_id']].join(),
  );

/** What came to a footprint between two readings. */
export function addedRows(before: Footprint, after: Footprint): Footprint {
  return after.flatMap(({ table, rows }) => {
    const known = new Set(before.find((one) => one.table === table)?.rows.map(keyOf));
    const added = rows.filter((row) => !known.has(keyOf(row)));
    return added.length > 0 ? [{ table, rows: added }] : [];
  });
}

/** The rows of a footprint with an id of their own that differ between two readings; not what the dispatcher sets. */
export function changedRows(before: Footprint, after: Footprint): Change[] {
  return before
    .filter(({ table }) => table !== 'outbox')
    .flatMap(({ table, rows }) =>
      rows.flatMap((row) => {
        const later = after
          .find((one) => one.table === table)
          ?.rows.find((one) => one['id'] && one['id'] === row['id']);
        const columns = Object.entries(later ?? {}).filter(([name, value]) => String(value) !== String(row[name]));
        return columns.length > 0 ? [{ table, id: row['id'], columns: Object.fromEntries(columns) }] : [];
      }),
    );
}

const newId = (): string => `01BENCHR${randomBytes(9).toString('hex').toUpperCase()}`;

/** Columns that hold the ticket's own id or are unique beside it. */
function copyOf(row: Row, ids: CopiedIds): unknown[] {
  return Object.entries(row).map(([column, value]) => {
    if (column === 'number') return newId();
    // Nobody is to hand it on.
    if (column === 'is_pending') return 0;
    if (typeof value === 'string' && ids.has(value)) return ids.get(value);
    return value;
  });
}

function newIdsFor(footprint: Footprint): Map<unknown, string> {
  const ids = new Map<unknown, string>();
  for (const { rows } of footprint) {
    for (const row of rows) {
      const own = [row['id'], row['ticket_id'], row['clock_id'], row['owner_id'], row['subject_id']];
      for (const id of own) if (id !== undefined && !ids.has(id)) ids.set(id, newId());
    }
  }
  return ids;
}

/**
 * Writes copies of the rows under new ids in one transaction: one INSERT a table, as good as SQL can do it.
 * `before` does the rest of the transaction. Returns the copies' ids.
 */
export async function writeRows(
  pool: Pool,
  footprint: Footprint,
  before?: (connection: Connection) => Promise<void>,
): Promise<CopiedIds> {
  const connection = await pool.getConnection();
  const ids = newIdsFor(footprint);
  try {
    await connection.beginTransaction();
    await before?.(connection);
    for (const { table, rows } of footprint) {
      const columns = Object.keys(rows[0] ?? {}).map((name) => `\`${name}\``);
      const values = rows.map((row) => copyOf(row, ids));
      await connection.query(`INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES ?`, [values]);
    }
    await connection.commit();
    return ids;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

/** Locks a copied ticket and changes the copies of its rows, so that each time the values are others than before. */
export async function changeRows(connection: Connection, changes: readonly Change[], ids: CopiedIds): Promise<void> {
  const ticket = changes.find(({ table }) => table === 'ticket');
  await connection.query('SELECT * FROM ticket WHERE id = ? FOR UPDATE', [ids.get(ticket?.id)]);
  for (const { table, id, columns } of changes) {
    const values: unknown[] = [];
    const settings = Object.entries(columns).map(([name, value]) => {
      if (typeof value === 'number') return `\`${name}\` = \`${name}\` + 1`;
      if (value instanceof Date) return `\`${name}\` = NOW(3)`;
      values.push(value);
      return `\`${name}\` = ?`;
    });
    await connection.query(`UPDATE \`${table}\` SET ${settings.join(', ')} WHERE id = ?`, [...values, ids.get(id)]);
  }
}
