import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { findProcess } from '@handoff/e2e/support/processes.ts';
import { megabytesOf } from '../measure.ts';
import type { Measuring } from '../measuring.ts';

const restMs = 10_000;

/** Resident memory of web and worker together (MB). */
const readMemory = (): number =>
  (['web', 'worker'] as const)
    .map((name) => megabytesOf(readFileSync(`/proc/${findProcess(name)}/status`, 'utf8')))
    .reduce((sum, megabytes) => sum + megabytes, 0);

/** After a start, when nobody has done anything yet. */
export async function measureIdleMemory({ note }: Measuring): Promise<void> {
  await wait(restMs);
  note('memory.idle_mb', readMemory());
}

/** Right after the loads that write. */
export function measureLoadedMemory({ note }: Measuring): Promise<void> {
  note('memory.loaded_mb', readMemory());
  return Promise.resolve();
}
