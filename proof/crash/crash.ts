// npm run proof:crash [-- SCENARIO … OPTIONS]: does to running instances what happens to servers, and counts what is left.
// Without a scenario: kills. `all` runs every one. What each does and its options: the head of its file in scenarios/.
import { parseArgs } from 'node:util';
import type { Scenario, Settings } from './scenario.ts';
import { acceptAtOnce } from './scenarios/accept-at-once.ts';
import { bulk } from './scenarios/bulk.ts';
import { callEvents } from './scenarios/call-events.ts';
import { databaseFrozen } from './scenarios/database-frozen.ts';
import { diskFull } from './scenarios/disk-full.ts';
import { kills } from './scenarios/kills.ts';
import { migration } from './scenarios/migration.ts';
import { restore } from './scenarios/restore.ts';
import { temporalAway } from './scenarios/temporal-away.ts';
import { twoOfEach } from './scenarios/two-of-each.ts';

const scenarios: Record<string, Scenario> = {
  kills,
  'accept-at-once': acceptAtOnce,
  'call-events': callEvents,
  bulk,
  'database-frozen': databaseFrozen,
  'temporal-away': temporalAway,
  'two-of-each': twoOfEach,
  restore,
  migration,
  'disk-full': diskFull,
};

const number = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: number, kills: number, rate: number, clients: number, tickets: number, within: number },
});
const settings: Settings = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
const names = positionals.includes('all') ? Object.keys(scenarios) : positionals.length > 0 ? positionals : ['kills'];

/** Rows that have the same columns, together. */
function tablesOf(rows: readonly object[]): object[][] {
  const tables = new Map<string, object[]>();
  for (const row of rows) {
    const columns = Object.keys(row).join();
    tables.set(columns, [...(tables.get(columns) ?? []), row]);
  }
  return [...tables.values()];
}

const verdicts: { scenario: string; seconds: number; differences: number }[] = [];
for (const name of names) {
  const prove = scenarios[name];
  if (!prove) throw new Error(`There is no scenario ${name}. There are: all, ${Object.keys(scenarios).join(', ')}.`);
  console.log(`\n${name}`);
  const since = Date.now();
  const { rows, faults } = await prove(settings);
  for (const table of tablesOf(rows)) console.table(table);
  for (const fault of faults.slice(0, 50)) console.error(fault);
  verdicts.push({ scenario: name, seconds: Math.round((Date.now() - since) / 1000), differences: faults.length });
}
console.table(verdicts);
const differences = verdicts.reduce((sum, one) => sum + one.differences, 0);
console.log(differences === 0 ? 'Nothing was lost or doubled.' : `${differences} differences.`);
process.exit(differences === 0 ? 0 : 1);
