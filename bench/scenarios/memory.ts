import { readFileSync } from 'node:fs';
import { findProcess } from '@handoff/e2e/support/processes.ts';
import { megabytesOf } from '../measure.ts';

/** Resident memory of web and worker together (MB), two seconds after the last work. */
export async function readMemory(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return (['web', 'worker'] as const)
    .map((name) => megabytesOf(readFileSync(`/proc/${findProcess(name)}/status`, 'utf8')))
    .reduce((sum, megabytes) => sum + megabytes, 0);
}
