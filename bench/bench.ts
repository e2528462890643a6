// npm run bench: measures the product through its real endpoint beside the raw database, in one run on one machine.
//   --json FILE      writes the figures
//   --compare FILE   shows an earlier run's beside them
//   --tickets 1000000 --customers 1000000   how many there are at the end
//   --seconds 8      how long each load runs
import { parseArgs } from 'node:util';
import { useInstance } from '@handoff/e2e/support/instance.ts';
import { startInstance } from '@handoff/e2e/support/start-instance.ts';
import { openDatabase } from '@handoff/prisma';
import { databaseUrlOf } from '@handoff/proof/database-url.ts';
import { createPool } from 'mysql2/promise';
import { measureFirstLoad } from '../scripts/measure-first-load.mjs';
import { report, writeFigures, type Figures } from './report.ts';
import { readMemory } from './scenarios/memory.ts';
import { Company } from './scenarios/company.ts';
import { measurePop } from './scenarios/pop.ts';
import { measureStart } from './scenarios/start.ts';
import { measureTimers } from './scenarios/timers.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    compare: { type: 'string' },
    tickets: { type: 'string', default: '1000000' },
    customers: { type: 'string', default: '1000000' },
    timers: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '8' },
  },
});
const most = { tickets: Number(values.tickets), customers: Number(values.customers) };
const figures: Figures = {};

function note(name: string, value: number): void {
  figures[name] = value;
  console.log(`${name} ${value.toFixed(2)}`);
}

const instance = await startInstance();
useInstance(instance);
const url = databaseUrlOf(instance.data);
const db = openDatabase(url, { connections: 4 });
const pool = createPool({ uri: url, connectionLimit: 16, timezone: 'Z' });
try {
  note('memory.idle_mb', await readMemory());
  const company = await Company.prepare(db, pool, Number(values.seconds));

  note('create.c1.p50_ms', (await company.create(1)).p50Ms);
  const created = await company.create(16);
  const rawCreated = await company.createRaw();
  note('create.c16.per_second', created.perSecond);
  note('create.c16.raw_per_second', rawCreated.perSecond);
  note('create.c16.ratio', created.perSecond / rawCreated.perSecond);

  const accepted = await company.accept(16);
  const rawAccepted = await company.acceptRaw();
  note('transition.c16.per_second', accepted.perSecond);
  note('transition.c16.raw_per_second', rawAccepted.perSecond);
  note('transition.c16.ratio', accepted.perSecond / rawAccepted.perSecond);
  note('memory.loaded_mb', await readMemory());

  await company.growTickets(10_000);
  const small = await company.readQueue(1);
  note('queue.p50_ms_at_10k', small.p50Ms);
  await company.growTickets(Math.min(100_000, most.tickets));
  note('queue.html.p50_ms', (await company.readQueuePage()).p50Ms);
  await company.growTickets(most.tickets);
  const large = await company.readQueue(1);
  note(`queue.p50_ms_at_${most.tickets}`, large.p50Ms);
  note('queue.growth', large.p50Ms / small.p50Ms);
  const queue = await company.readQueue(16);
  const rawQueue = await company.readQueueRaw();
  note('queue.c16.per_second', queue.perSecond);
  note('queue.c16.raw_per_second', rawQueue.perSecond);
  note('queue.c16.ratio', queue.perSecond / rawQueue.perSecond);
  note('detail.p50_ms', (await company.readTicket()).p50Ms);

  await company.growCustomers(Math.min(100_000, most.customers));
  const nothing = await company.readNothing();
  const few = (await company.findByPhone()).p50Ms - nothing.p50Ms;
  await company.growCustomers(most.customers);
  const many = (await company.findByPhone()).p50Ms - nothing.p50Ms;
  note('phone.p50_ms', few);
  note('phone.growth', many / few);

  note('pop.p95_ms', await measurePop(db));
  note('timer.p99_ms', await measureTimers(db, Number(values.timers)));
  const [workbench] = await measureFirstLoad();
  if (workbench) note('js.workbench_kb', workbench.kb);
} finally {
  await Promise.allSettled([db.destroy(), pool.end()]);
  await instance.stop();
}
note('start.second_s', await measureStart());

report(figures, values.compare);
if (values.json) writeFigures(values.json, figures);
