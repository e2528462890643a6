import { setTimeout as wait } from 'node:timers/promises';
import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { findProcess, killProcess, type ProcessName } from '@handoff/e2e/support/processes.ts';
import type { Database } from '@handoff/prisma';

const names: readonly ProcessName[] = ['web', 'worker', 'mariadb', 'temporal'];
const longestAbsence = 120_000;
/** How many of the newest rows are looked at. */
const newest = 1_000;

/** Seconds from a kill. */
export interface Recovery {
  killed: ProcessName;
  /** Until a process of that name runs again. */
  started: number;
  /** Until web and MariaDB have kept an intent after that. */
  kept: number;
  /** Until the worker has handed one on after that. */
  handedOn: number;
  /** Until a notification was made after that, and web says that every part is there, Temporal too. */
  back: number;
}

async function isReady(): Promise<boolean> {
  const response = await fetch(`${handoffUrl()}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return response?.ok ?? false;
}

/** What has happened since then. How much still waits is another matter; see the counts. */
async function findProgress(db: Database, since: Date) {
  const asked = db.selectFrom('outbox').select(['createdAt', 'dispatchedAt']).orderBy('id', 'desc').limit(newest);
  const made = db.selectFrom('notification').select('createdAt').orderBy('id', 'desc').limit(1);
  const found = await Promise.all([asked.execute(), made.executeTakeFirst()]).catch(() => null);
  const [rows, notification] = found ?? [[], undefined];
  const handedOn = rows.flatMap(({ dispatchedAt }) => (dispatchedAt && dispatchedAt > since ? [dispatchedAt] : []));
  const first = handedOn.toSorted((a, b) => a.getTime() - b.getTime())[0];
  return {
    isKept: rows.some(({ createdAt }) => createdAt > since),
    isHandedOn: first !== undefined,
    isDone: first !== undefined && notification !== undefined && notification.createdAt > first,
  };
}

async function watchReturn(db: Database, name: ProcessName, killed: number): Promise<Recovery> {
  const since = Date.now();
  const elapsed = (): number => Math.round((Date.now() - since) / 100) / 10;
  const isOver = (): boolean => Date.now() - since > longestAbsence;
  for (let pid = findProcess(name); (pid === null || pid === killed) && !isOver(); pid = findProcess(name)) {
    await wait(50);
  }
  const startedAt = new Date();
  const recovery = { killed: name, started: elapsed(), kept: 0, handedOn: 0, back: 0 };
  while (!isOver()) {
    const { isKept, isHandedOn, isDone } = await findProgress(db, startedAt);
    if (isKept) recovery.kept ||= elapsed();
    if (isHandedOn) recovery.handedOn ||= elapsed();
    if (isKept && isDone && (await isReady())) break;
    await wait(100);
  }
  return { ...recovery, back: elapsed() };
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
    const { started, kept, handedOn, back } = recovery;
    console.log(
      `${turn}/${count} killed ${name}: started ${started} s, kept ${kept} s, handed on ${handedOn} s, back ${back} s`,
    );
    recoveries.push(recovery);
  }
  return recoveries;
}
