import { setTimeout as wait } from 'node:timers/promises';
import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { findProcess, killProcess, type ProcessName } from '@handoff/e2e/support/processes.ts';
import type { Database } from '@handoff/prisma';

const names: readonly ProcessName[] = ['web', 'worker', 'mariadb', 'temporal'];
const longestAbsence = 120_000;
/** How many of the newest rows are looked at. */
const newest = 1_000;

export interface Recovery {
  killed: ProcessName;
  /** Until a process of that name runs again. */
  startedAfterSeconds: number;
  /** Until web, worker, MariaDB and Temporal have all done something after that. */
  backAfterSeconds: number;
}

async function isReady(): Promise<boolean> {
  const response = await fetch(`${handoffUrl()}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return response?.ok ?? false;
}

/**
 * Whether every part has done something since then: web and MariaDB kept an intent, the worker handed one on to Temporal,
 * and after that Temporal had the worker do something. How much still waits is another matter; see the counts.
 */
async function isWorkDone(db: Database, since: Date): Promise<boolean> {
  const asked = db.selectFrom('outbox').select(['createdAt', 'dispatchedAt']).orderBy('id', 'desc').limit(newest);
  const made = db.selectFrom('notification').select('createdAt').orderBy('id', 'desc').limit(1);
  const found = await Promise.all([asked.execute(), made.executeTakeFirst()]).catch(() => null);
  const [rows, notification] = found ?? [[], undefined];
  const handedOn = rows.flatMap(({ dispatchedAt }) => (dispatchedAt && dispatchedAt > since ? [dispatchedAt] : []));
  const first = handedOn.toSorted((a, b) => a.getTime() - b.getTime())[0];
  const isKept = rows.some(({ createdAt }) => createdAt > since);
  return isKept && first !== undefined && notification !== undefined && notification.createdAt > first;
}

const secondsSince = (since: number): number => Math.round((Date.now() - since) / 100) / 10;

async function watchReturn(db: Database, name: ProcessName, killed: number): Promise<Recovery> {
  const since = Date.now();
  const isOver = (): boolean => Date.now() - since > longestAbsence;
  for (let pid = findProcess(name); (pid === null || pid === killed) && !isOver(); pid = findProcess(name)) {
    await wait(50);
  }
  const startedAt = new Date();
  const startedAfterSeconds = secondsSince(since);
  while (!((await isWorkDone(db, startedAt)) && (await isReady())) && !isOver()) await wait(100);
  return { killed: name, startedAfterSeconds, backAfterSeconds: secondsSince(since) };
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
    const [name = 'web'] = waiting.splice(Math.floor(Math.random() * waiting.length), 1);
    const recovery = await watchReturn(db, name, killProcess(name));
    console.log(`${turn}/${count} killed ${name}, back at work after ${recovery.backAfterSeconds} s`);
    recoveries.push(recovery);
  }
  return recoveries;
}
