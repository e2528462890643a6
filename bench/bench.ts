// npm run bench: measures the product through its real endpoint beside the raw database, in one run on one machine.
//   --json FILE      writes the figures under their names
//   --page FILE      writes the table into a page, between its markers
//   --compare        shows the figures of bench/figures.json, or of --with FILE, beside these
//   --only a,b       runs some scenarios alone
//   --tickets 1000000 --customers 1000000   how many there are at the end
//   --open 10000     how many tickets are open while timers are measured
//   --bulk 100000  how many tickets one job changes
//   --seconds 8      how long each load runs
// HANDOFF_URL and HANDOFF_DATA name an instance that runs already, in place of one of its own.
import { parseArgs } from 'node:util';
import { useInstance } from '@handoff/e2e/support/instance.ts';
import { startInstance } from '@handoff/e2e/support/start-instance.ts';
import { openDatabase } from '@handoff/prisma';
import { databaseUrlOf } from '@handoff/proof/database-url.ts';
import { createPool } from 'mysql2/promise';
import { Company } from './company.ts';
import { conditions } from './conditions.ts';
import type { Measuring } from './measuring.ts';
import { readFigures, report, writeFigures, writePage, type Figures } from './report.ts';
import { measureBulk } from './scenarios/bulk.ts';
import { measureCreate } from './scenarios/create.ts';
import { measureDesigners } from './scenarios/designers.ts';
import { measureDetail } from './scenarios/detail.ts';
import { measureJs } from './scenarios/js.ts';
import { measureIdleMemory, measureLoadedMemory } from './scenarios/memory.ts';
import { measurePhone } from './scenarios/phone.ts';
import { measurePop } from './scenarios/pop.ts';
import { measureQueue } from './scenarios/queue.ts';
import { measureStart } from './scenarios/start.ts';
import { measureTimers } from './scenarios/timers.ts';
import { measureTransition } from './scenarios/transition.ts';
import { untilHandedOn } from './until-handed-on.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    page: { type: 'string' },
    compare: { type: 'boolean', default: false },
    with: { type: 'string', default: 'bench/figures.json' },
    only: { type: 'string' },
    tickets: { type: 'string', default: '1000000' },
    customers: { type: 'string', default: '1000000' },
    open: { type: 'string', default: '10000' },
    bulk: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '8' },
  },
});

/** In the order in which they run: what grows the data comes late, and last what leaves most to hand on. */
const scenarios: Record<string, (measuring: Measuring) => Promise<void>> = {
  idle: measureIdleMemory,
  create: measureCreate,
  transition: measureTransition,
  loaded: measureLoadedMemory,
  pop: measurePop,
  detail: measureDetail,
  queue: measureQueue,
  phone: measurePhone,
  timers: measureTimers,
  designers: measureDesigners,
  js: measureJs,
  start: measureStart,
  bulk: measureBulk,
};
const wanted = values.only?.split(',') ?? Object.keys(scenarios);
const unknown = wanted.find((name) => !(name in scenarios));
if (unknown) throw new Error(`no scenario ${unknown}; there are ${Object.keys(scenarios).join(', ')}`);

const before = values.compare ? readFigures(values.with) : undefined;
const began = conditions();
const figures: Figures = {};
const { HANDOFF_URL: running, HANDOFF_DATA: data } = process.env;
const instance = running && data ? { url: running, data, stop: () => Promise.resolve() } : await startInstance();
useInstance(instance);
const url = databaseUrlOf(instance.data);
const db = openDatabase(url, { connections: 4 });
const pool = createPool({ uri: url, connectionLimit: 16, timezone: 'Z', jsonStrings: true });
try {
  const measuring: Measuring = {
    db,
    pool,
    company: await Company.gather(db),
    seconds: Number(values.seconds),
    most: {
      tickets: Number(values.tickets),
      customers: Number(values.customers),
      open: Number(values.open),
      bulk: Number(values.bulk),
    },
    note: (name, value) => {
      figures[name] = value;
      console.log(`${name} ${value.toFixed(2)}`);
    },
  };
  // One that fails takes nothing from what the others measured, and none pays for what the one before has left to do.
  for (const name of wanted) {
    await untilHandedOn(db);
    await scenarios[name]?.(measuring).catch((error: unknown) => {
      console.error(`${name} could not be measured:`, error);
      process.exitCode = 1;
    });
  }
} finally {
  await Promise.allSettled([db.destroy(), pool.end()]);
  await instance.stop();
}

report(figures, before);
if (values.json) writeFigures(values.json, figures);
if (values.page) writePage(values.page, figures, began);
