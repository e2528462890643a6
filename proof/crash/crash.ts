// npm run proof:crash: kills processes of a running instance at random while clients work, and counts what is left.
//   --seconds 600   how long
//   --kills 30      how many processes are killed in that time
//   --rate 20       transitions a second that the clients ask for
import { parseArgs } from 'node:util';
import { useInstance } from '@handoff/e2e/support/instance.ts';
import { startInstance } from '@handoff/e2e/support/start-instance.ts';
import { openDatabase } from '@handoff/prisma';
import { databaseUrlOf } from '../database-url.ts';
import { killAtRandom } from './kill-at-random.ts';
import { verify } from './verify.ts';
import { Workload } from './workload.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    kills: { type: 'string', default: '30' },
    rate: { type: 'string', default: '20' },
  },
});
const seconds = Number(values.seconds);
const kills = Number(values.kills);

const instance = await startInstance();
useInstance(instance);
let faults: string[] = [];
try {
  const since = new Date();
  const workload = await Workload.prepare(Number(values.rate));
  const until = Date.now() + seconds * 1000;
  workload.start(until);
  const db = openDatabase(databaseUrlOf(instance.data), { connections: 4 });
  const recoveries = await killAtRandom(db, kills, until);
  const acknowledged = await workload.finish();
  const verdict = await verify(db, acknowledged, since);
  await db.destroy();
  console.table(recoveries);
  console.table(verdict.counts);
  faults = [...workload.faults, ...verdict.faults];
  const late = recoveries.filter(({ backAfterSeconds }) => backAfterSeconds > 15);
  faults.push(...late.map((one) => `after ${one.killed} was killed it took ${one.backAfterSeconds} s to be back`));
} finally {
  await instance.stop();
}
for (const fault of faults.slice(0, 50)) console.error(fault);
console.log(faults.length === 0 ? 'Nothing was lost or doubled.' : `${faults.length} differences.`);
process.exit(faults.length === 0 ? 0 : 1);
