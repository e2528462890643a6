import { readFileSync } from 'node:fs';
import { findProcess, type ProcessName } from '@handoff/e2e/support/processes.ts';

const names: ProcessName[] = ['web', 'worker', 'mariadb', 'temporal'];
/** The kernel counts in hundredths of a second. */
const tickMs = 10;

/** Processor time that a process has used (ms); 0 if there is none. */
function cpuMs(name: ProcessName): number {
  const pid = findProcess(name);
  if (pid === null) return 0;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * tickMs;
}

/** Runs a load, and tells what an operation of it cost in each process (ms of one core), whatever else the machine did. */
export async function withCpuTime<Load extends { done: number }>(
  run: () => Promise<Load>,
): Promise<{ load: Load; msEach: Record<string, number> }> {
  const before = names.map(cpuMs);
  const load = await run();
  const msEach = names.map((name, at) => [name, (cpuMs(name) - (before[at] ?? 0)) / load.done] as const);
  return { load, msEach: Object.fromEntries(msEach) };
}
