// A database of the first release, filled with tickets, is brought to the newest: every row is kept, and once more changes
// nothing.
//   --tickets 200000   how many tickets
import { mkdtemp, cp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase, type Database } from '@handoff/prisma';
import { migrate } from '@handoff/prisma/migrate';
import { holdAnyPort } from '../../../scripts/startup/ports.mjs';
import { startMariadb } from '../../../scripts/startup/mariadb.mjs';
import { Supervisor } from '../../../scripts/startup/supervisor.mjs';
import { asRows, type Scenario } from '../scenario.ts';

const migrations = join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations');
const chunk = 20_000;

interface Column {
  table: string;
  name: string;
  type: string;
  key: string;
  isNullable: string;
  length: number | null;
}

async function readColumns(db: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    SELECT table_name AS \`table\`, column_name AS name, data_type AS type, column_key AS \`key\`,
      is_nullable AS isNullable, character_maximum_length AS length
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name != '_prisma_migrations' AND generation_expression IS NULL
    ORDER BY table_name, ordinal_position`.execute(db);
  return rows;
}

/** Something for a column that is different for each row, or the same where the column says which record it is of. */
function valueOf({ name, table, type, length }: Column): string {
  if (name === 'id' || name === `${table}_id`) return "CONCAT('01TESTING', LPAD(seq, 17, '0'))";
  if (name.endsWith('_id') && type === 'char') return "CONCAT('01TESTING', LPAD(seq, 17, '0'))";
  if (['char', 'varchar'].includes(type)) return `LEFT(CONCAT(seq, '-', MD5(seq)), ${length ?? 10})`;
  if (type.endsWith('text')) return "CONCAT('漏水 ', seq)";
  if (type === 'json' || type === 'longtext') return "JSON_OBJECT('number', seq)";
  if (type === 'datetime') return "TIMESTAMPADD(SECOND, seq MOD 1000000, '2026-01-01')";
  if (type === 'tinyint') return 'seq MOD 2';
  if (type === 'double' || type === 'float') return 'seq / 7';
  return 'seq MOD 2000000000';
}

/** The tables of a ticket and of what belongs to it; one row each a ticket. */
const filled = [
  'ticket',
  'ticket_step',
  'ticket_event',
  'ticket_participant',
  'ticket_timer',
  'sla_clock',
  'field_value',
];

async function fill(db: Database, columns: readonly Column[], tickets: number): Promise<void> {
  const { rows: checks } = await sql<{ table: string; clause: string }>`
    SELECT table_name AS \`table\`, check_clause AS clause FROM information_schema.check_constraints
    WHERE constraint_schema = DATABASE()`.execute(db);
  for (const table of filled) {
    const own = columns.filter((column) => column.table === table);
    const isJson = ({ name }: Column): boolean =>
      checks.some((check) => check.table === table && check.clause.includes(`json_valid(\`${name}\`)`));
    const values = own.map((column) => (isJson(column) ? "JSON_OBJECT('number', seq)" : valueOf(column)));
    for (let first = 1; first <= tickets; first += chunk) {
      const last = Math.min(tickets, first + chunk - 1);
      await sql`INSERT INTO ${sql.table(table)} (${sql.raw(own.map(({ name }) => `\`${name}\``).join(', '))})
        SELECT ${sql.raw(values.join(', '))} FROM ${sql.raw(`seq_${first}_to_${last}`)}`.execute(db);
    }
  }
}

/** Of each filled table how many rows, and a sum over all values of the columns of the first release. */
async function takeSums(db: Database, columns: readonly Column[]): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const table of filled) {
    const own = columns.filter((column) => column.table === table);
    const values = own.map(({ name }) => `IFNULL(CAST(\`${name}\` AS CHAR), '∅')`).join(', ');
    const { rows } = await sql<{ count: number; sum: string }>`
      SELECT COUNT(*) AS count, CAST(SUM(CAST(CRC32(CONCAT_WS('|', ${sql.raw(values)})) AS UNSIGNED)) AS CHAR) AS sum
      FROM ${sql.table(table)}`.execute(db);
    sums.set(table, `${rows[0]?.count} rows, sum ${rows[0]?.sum}`);
  }
  return sums;
}

async function describeSchema(db: Database): Promise<string> {
  const { rows } = await sql`
    SELECT table_name, index_name, seq_in_index, column_name FROM information_schema.statistics
    WHERE table_schema = DATABASE() ORDER BY 1, 2, 3`.execute(db);
  return JSON.stringify([await readColumns(db), rows]);
}

async function proveOn(url: string, folder: string, tickets: number) {
  const [first] = (await readdir(migrations)).filter((name) => name.endsWith('_first_release'));
  if (!first) throw new Error('no first release');
  await cp(join(migrations, first), join(folder, first), { recursive: true });
  await migrate(url, { folder });
  const db = openDatabase(url, { connections: 2 });
  try {
    const columns = await readColumns(db);
    await fill(db, columns, tickets);
    const before = await takeSums(db, columns);
    const since = performance.now();
    const applied = await migrate(url, { folder: migrations });
    const seconds = (performance.now() - since) / 1000;
    const after = await takeSums(db, columns);
    const schema = await describeSchema(db);
    const again = await migrate(url, { folder: migrations });
    const third = await takeSums(db, columns);
    const changed = filled.filter((table) => before.get(table) !== after.get(table));
    const faults = [
      ...changed.map((table) => `${table} had ${before.get(table)} and has ${after.get(table)}`),
      ...filled
        .filter((table) => after.get(table) !== third.get(table))
        .map((table) => `${table} changed the second time`),
      ...(again.length > 0 ? [`applied a second time: ${again.join(', ')}`] : []),
      ...(schema === (await describeSchema(db)) ? [] : ['the second run changed the tables']),
      ...(applied.length > 0 ? [] : ['there was nothing to apply']),
    ];
    const rows = asRows({
      tickets,
      'migrations applied': applied.length,
      'time (s)': seconds.toFixed(1),
      ...Object.fromEntries([...after].map(([table, sum]) => [`${table} kept`, sum])),
      'applied when run again': again.length,
    });
    return { rows, faults };
  } finally {
    await db.destroy();
  }
}

export const migration: Scenario = async ({ tickets = 200_000 }) => {
  const folder = await mkdtemp(join(tmpdir(), 'handoff-migration-'));
  const supervisor = new Supervisor(() => undefined);
  try {
    const server = await startMariadb({
      folder: join(folder, 'mariadb'),
      password: 'proof',
      port: await holdAnyPort(),
      supervisor,
      settings: ['--innodb-flush-log-at-trx-commit=2', '--innodb-buffer-pool-size=512M'],
    });
    return await proveOn(`${server}/handoff`, join(folder, 'migrations'), tickets);
  } finally {
    await supervisor.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
