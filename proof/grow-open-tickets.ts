import { sql } from 'kysely';
import type { Database } from '@handoff/prisma';

const chunk = 50_000;

/** The columns of a table, with the values that a copied row gets in place of its template's. */
export async function copyRows(
  db: Database,
  table: string,
  template: { column: string; value: string },
  overrides: Record<string, string>,
  from: number,
  to: number,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = ${table} AND generation_expression IS NULL
    ORDER BY ordinal_position`.execute(db);
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => overrides[name] ?? `t.\`${name}\``);
  for (let first = from; first <= to; first += chunk) {
    const last = Math.min(to, first + chunk - 1);
    await sql`INSERT INTO ${sql.table(table)} (${sql.raw(names.map((name) => `\`${name}\``).join(', '))})
      SELECT ${sql.raw(values.join(', '))} FROM ${sql.raw(`seq_${first}_to_${last}`)}
      JOIN (SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(template.column)} = ${template.value} LIMIT 1) t`.execute(
      db,
    );
  }
}

/** The id of a made-up record: sorted like a ULID of long ago, and told from a real one by its beginning. */
export const madeUpId = (letters: string, digits = 18): string =>
  `CONCAT('01BENCH${letters}', LPAD(seq, ${digits}, '0'))`;

/** Lets the database look at tables that have grown. */
export async function analyse(db: Database, tables: string[]): Promise<void> {
  for (const table of tables) await sql`ANALYZE TABLE ${sql.table(table)}`.execute(db);
}

/** Adds that many open tickets, each as this one is after its first event, with its clocks and the timers of those. */
export async function growOpenTickets(db: Database, templateId: string, count: number): Promise<void> {
  const ofTicket = { column: 'ticket_id', value: templateId };
  const ofBulk = { id: madeUpId('B'), ticket_id: madeUpId('B') };
  const self = { column: 'id', value: templateId };
  await copyRows(db, 'ticket', self, { id: madeUpId('B'), number: "CONCAT('BULK-', seq)" }, 1, count);
  await copyRows(db, 'ticket_participant', ofTicket, { ticket_id: madeUpId('B') }, 1, count);
  for (const table of ['ticket_step', 'ticket_event']) await copyRows(db, table, ofTicket, ofBulk, 1, count);
  const clocks = await db.selectFrom('slaClock').select('id').where('ticketId', '=', templateId).execute();
  for (const [place, clock] of clocks.entries()) {
    const clockId = madeUpId(`B${place}`, 17);
    const ofClock = { id: clockId, ticket_id: madeUpId('B') };
    await copyRows(db, 'sla_clock', { column: 'id', value: clock.id }, ofClock, 1, count);
    const line = { ...ofClock, clock_id: clockId };
    await copyRows(db, 'sla_entry', { column: 'clock_id', value: clock.id }, line, 1, count);
    const timer = { ...ofClock, key: `CONCAT('sla:', ${clockId})`, payload: `JSON_OBJECT('clockId', ${clockId})` };
    await copyRows(db, 'ticket_timer', { column: 'key', value: `sla:${clock.id}` }, timer, 1, count);
  }
  const grown = ['ticket', 'ticket_step', 'ticket_participant', 'ticket_event'];
  await analyse(db, [...grown, 'sla_clock', 'sla_entry', 'ticket_timer']);
}
