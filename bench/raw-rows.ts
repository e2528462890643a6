import { randomBytes } from 'node:crypto';
import type { Pool, RowDataPacket } from 'mysql2/promise';

/** What one use-case wrote: table by table, the rows as they stand. */
export type Footprint = { table: string; rows: Record<string, unknown>[] }[];

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
  ['event', 'subject_id = ?'],
  ['outbox', 'payload LIKE ?'],
];

/** Reads all rows that a ticket consists of, so that the raw database can be asked to write the same. */
export async function readFootprint(pool: Pool, ticketId: string): Promise<Footprint> {
  const footprint: Footprint = [];
  for (const [table, condition] of tables) {
    const value = table === 'outbox' ? `%${ticketId}%` : ticketId;
    const [rows] = await pool.query<RowDataPacket[]>(`SELECT * FROM \`${table}\` WHERE ${condition}`, [value]);
    if (rows.length > 0) footprint.push({ table, rows });
  }
  return footprint;
}

/** What came to a footprint between two readings. */
export function addedRows(before: Footprint, after: Footprint): Footprint {
  return after.flatMap(({ table, rows }) => {
    const known = new Set(before.find((one) => one.table === table)?.rows.map(keyOf));
    const added = rows.filter((row) => !known.has(keyOf(row)));
    return added.length > 0 ? [{ table, rows: added }] : [];
  });
}

const keyOf = (row: Record<string, unknown>): string =>
  String(row['id'] ?? [row['ticket_id'], row['agent_id'], row['role'], row['field']].join());

const newId = (): string => `01BENCHR${randomBytes(9).toString('hex').toUpperCase()}`;

/** Columns that hold the ticket's own id or are unique beside it. */
function copyOf(row: Record<string, unknown>, ids: Map<unknown, string>): unknown[] {
  return Object.entries(row).map(([column, value]) => {
    if (column === 'number') return newId();
    // Nobody is to hand it on.
    if (column === 'is_pending') return 0;
    if (typeof value === 'string' && ids.has(value)) return ids.get(value);
    if (typeof value === 'object' && value !== null && !(value instanceof Date)) return JSON.stringify(value);
    return value;
  });
}

/** Writes copies of the rows under new ids in one transaction: one INSERT a table, as good as SQL can do it. */
export async function writeRows(
  pool: Pool,
  footprint: Footprint,
  before?: (sql: Pool) => Promise<void>,
): Promise<void> {
  const connection = await pool.getConnection();
  const ids = new Map<unknown, string>();
  for (const { rows } of footprint) {
    for (const { id, ticket_id: ticketId, clock_id: clockId } of rows) {
      for (const known of [id, ticketId, clockId]) if (known !== undefined && !ids.has(known)) ids.set(known, newId());
    }
  }
  try {
    await connection.beginTransaction();
    await before?.(connection as unknown as Pool);
    for (const { table, rows } of footprint) {
      const columns = Object.keys(rows[0] ?? {}).map((name) => `\`${name}\``);
      const values = rows.map((row) => copyOf(row, ids));
      await connection.query(`INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES ?`, [values]);
    }
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
