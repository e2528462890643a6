// npm run proof:access: lets random people of random companies ask for everything, and measures what keeps others out.
//   --probes 10000   how many people ask
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { useInstance } from '@handoff/e2e/support/instance.ts';
import { asPerson } from '@handoff/e2e/support/integrator.ts';
import { startInstance } from '@handoff/e2e/support/start-instance.ts';
import { openDatabase } from '@handoff/prisma';
import { databaseUrlOf } from '../database-url.ts';
import { guessPasswords } from './guess-passwords.ts';
import { measureRefusals } from './measure-refusals.ts';
import { measureRevocations } from './measure-revocations.ts';
import { measureSubscribers } from './measure-subscribers.ts';

const { values } = parseArgs({ options: { probes: { type: 'string', default: '10000' } } });
const root = join(import.meta.dirname, '..', '..');
const faults: string[] = [];

const probes = spawn(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', 'apps/core/src/identity/access.property.test.ts'],
  { cwd: root, env: { ...process.env, ACCESS_PROBES: values.probes }, stdio: 'inherit' },
);
const [code] = (await once(probes, 'exit')) as [number];
if (code !== 0) faults.push('somebody saw what they may not see, or did not see what they may');

const instance = await startInstance({ GRAPHIQL: 'off' });
useInstance(instance);
try {
  const admin = await asPerson('admin');
  const refusals = await measureRefusals(admin);
  console.table(refusals.rows);
  const revocations = await measureRevocations(admin);
  console.table(revocations.rows);
  const db = openDatabase(databaseUrlOf(instance.data), { connections: 2 });
  const subscribers = await measureSubscribers(db, admin);
  await db.destroy();
  console.table(subscribers.rows);
  const guesses = await guessPasswords();
  console.table(guesses.rows);
  faults.push(...refusals.faults, ...revocations.faults, ...subscribers.faults, ...guesses.faults);
} finally {
  await instance.stop();
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'Nobody was where they do not belong.' : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
