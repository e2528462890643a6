import { setTimeout as wait } from 'node:timers/promises';
import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { findProcess, killProcess, type ProcessName } from '@handoff/e2e/support/processes.ts';
import type { Database } from '@handoff/prisma';

const names: readonly ProcessName[] = ['web', 'worker', 'mariadb', 'temporal'];
const longestAbsence = 60_000;

export interface Recovery {
  killed: ProcessName;
  /** Until web, worker, MariaDB and Temporal together are ready again. */
  backAfterSeconds: number;
}

async function isReady(): Promise<boolean> {
  const response = await fetch(`${handoffUrl()}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return response?.ok ?? false;
}

/** Whether the worker that runs now has said that it is connected; its predecessor's word holds on for some seconds. */
async function isWorkerConnected(db: Database): Promise<boolean> {
  const lease = await db
    .selectFrom('lease')
    .select('holder')
    .where('key', '=', 'workflow-engine')
    .executeTakeFirst()
    .catch(() => undefined);
  return lease?.holder.endsWith(`:${findProcess('worker')}`) ?? false;
}

async function waitUntilBack(db: Database, name: ProcessName, killed: number, since: number): Promise<number> {
  while (Date.now() - since < longestAbsence) {
    const successor = findProcess(name);
    const isThere = successor !== null && successor !== killed;
    if (isThere && (await isReady()) && (await isWorkerConnected(db))) break;
    await wait(100);
  }
  return Math.round((Date.now() - since) / 100) / 10;
}

/** Kills that many processes with SIGKILL, spread over the time until `until` (ms of the epoch), each when all are back. */
export async function killAtRandom(db: Database, count: number, until: number): Promise<Recovery[]> {
  const recoveries: Recovery[] = [];
  const waiting: ProcessName[] = [];
  const pause = (until - Date.now()) / (count + 1);
  for (let turn = 1; turn <= count; turn++) {
    await wait(Math.max(0, until - (count + 1 - turn) * pause - Date.now()));
    // Every process has its turn; which one is next is left to chance.
    if (waiting.length === 0) waiting.push(...names);
    const [killed = 'web'] = waiting.splice(Math.floor(Math.random() * waiting.length), 1);
    const pid = killProcess(killed);
    const backAfterSeconds = await waitUntilBack(db, killed, pid, Date.now());
    console.log(`${turn}/${count} killed ${killed}, back after ${backAfterSeconds} s`);
    recoveries.push({ killed, backAfterSeconds });
  }
  return recoveries;
}
