import { sql } from 'kysely';
import type { Database } from '@handoff/prisma';

const chunk = 50_000;

/** The columns of a table, with the values that a copied row gets in place of its template's. */
async function copyRows(
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

/** Of a made-up record: sorted like a ULID of long ago, and told from a real one by its beginning. */
const id = (letters: string, digits = 18): string => `CONCAT('01BENCH${letters}', LPAD(seq, ${digits}, '0'))`;

/**
 * Adds finished tickets up to that many in all: copies of a template's rows, spread over two years and twenty people.
 * What is open stays as it is, since it is history that grows.
 */
export async function growTickets(db: Database, templateId: string, from: number, to: number): Promise<void> {
  const at = "TIMESTAMPADD(SECOND, -60 * CAST(seq AS SIGNED), '2026-11-01 00:00:00')";
  const agents = `(SELECT id FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS n FROM agent) a WHERE a.n = seq MOD 20)`;
  const ofTicket = { column: 'ticket_id', value: templateId };
  const isDone = { is_active: '0', sla_state: 'NULL', due_at: 'NULL' };
  await copyRows(
    db,
    'ticket',
    { column: 'id', value: templateId },
    {
      ...isDone,
      id: id('T'),
      number: "CONCAT('BENCH-', seq)",
      status: "'completed'",
      handler_id: agents,
      created_at: at,
      updated_at: at,
      completed_at: at,
    },
    from,
    to,
  );
  const step = {
    id: id('S'),
    ticket_id: id('T'),
    assignee_id: agents,
    finished_by_id: agents,
    is_active: '0',
    since: at,
  };
  await copyRows(db, 'ticket_step', ofTicket, step, from, to);
  await copyRows(db, 'ticket_participant', ofTicket, { ticket_id: id('T'), agent_id: agents, since: at }, from, to);
  await copyRows(db, 'ticket_event', ofTicket, { id: id('E'), ticket_id: id('T'), sequence: '1', at }, from, to);
  await analyse(db, ['ticket', 'ticket_step', 'ticket_participant', 'ticket_event']);
}

/** Adds that many open tickets, each as this one is after its first event, with its clocks and the timers of those. */
export async function growOpenTickets(db: Database, templateId: string, count: number): Promise<void> {
  const ofTicket = { column: 'ticket_id', value: templateId };
  const ofBulk = { id: id('B'), ticket_id: id('B') };
  const self = { column: 'id', value: templateId };
  await copyRows(db, 'ticket', self, { id: id('B'), number: "CONCAT('BULK-', seq)" }, 1, count);
  await copyRows(db, 'ticket_participant', ofTicket, { ticket_id: id('B') }, 1, count);
  for (const table of ['ticket_step', 'ticket_event']) await copyRows(db, table, ofTicket, ofBulk, 1, count);
  const clocks = await db.selectFrom('slaClock').select('id').where('ticketId', '=', templateId).execute();
  for (const [place, clock] of clocks.entries()) {
    const clockId = id(`B${place}`, 17);
    const ofClock = { id: clockId, ticket_id: id('B') };
    await copyRows(db, 'sla_clock', { column: 'id', value: clock.id }, ofClock, 1, count);
    const line = { ...ofClock, clock_id: clockId };
    await copyRows(db, 'sla_entry', { column: 'clock_id', value: clock.id }, line, 1, count);
    const timer = { ...ofClock, key: `CONCAT('sla:', ${clockId})`, payload: `JSON_OBJECT('clockId', ${clockId})` };
    await copyRows(db, 'ticket_timer', { column: 'key', value: `sla:${clock.id}` }, timer, 1, count);
  }
  const grown = ['ticket', 'ticket_step', 'ticket_participant', 'ticket_event'];
  await analyse(db, [...grown, 'sla_clock', 'sla_entry', 'ticket_timer']);
}

/** Adds customers up to that many in all, each with a number of their own: 1390 and the last seven digits of `seq`. */
export async function growCustomers(db: Database, from: number, to: number): Promise<void> {
  const template = await db
    .selectFrom('customerPhone')
    .select('customerId')
    .where('e164', 'like', '+861%')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const national = "CONCAT('1390', LPAD(seq, 7, '0'))";
  await copyRows(db, 'customer', { column: 'id', value: template.customerId }, { id: id('C') }, from, to);
  const phone = {
    id: id('P'),
    customer_id: id('C'),
    typed: national,
    e164: `CONCAT('+86', ${national})`,
    digits: `REVERSE(CONCAT('86', ${national}))`,
  };
  await copyRows(db, 'customer_phone', { column: 'customer_id', value: template.customerId }, phone, from, to);
  await analyse(db, ['customer', 'customer_phone']);
}

/** The number of a customer of `growCustomers`. */
export const benchNumber = (index: number): string => `1390${String(index).padStart(7, '0')}`;

async function analyse(db: Database, tables: string[]): Promise<void> {
  for (const table of tables) await sql`ANALYZE TABLE ${sql.table(table)}`.execute(db);
}
