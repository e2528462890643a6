import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { handoffData } from './instance.ts';

export const processNames = ['web', 'worker', 'mariadb', 'temporal'] as const;
export type ProcessName = (typeof processNames)[number];

/** The instance's processes of that name, the oldest first. */
export const findProcesses = (name: ProcessName): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && isProcessOf(entry, name))
    .map(Number)
    .sort((a, b) => a - b);

/** The instance's process of that name; null while there is none. */
export const findProcess = (name: ProcessName): number | null => findProcesses(name)[0] ?? null;

/** Web and worker work in their app's folder on the instance's data; the servers are told where their own data are. */
function isProcessOf(pid: string, name: ProcessName): boolean {
  try {
    if (name === 'mariadb')
      return readArguments(pid).some((one) => one.startsWith(`--datadir=${join(handoffData(), 'mariadb')}`));
    if (name === 'temporal') return readArguments(pid).includes(join(handoffData(), 'temporal', 'temporal.db'));
    if (!readlinkSync(`/proc/${pid}/cwd`).endsWith(`/apps/${name}`)) return false;
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`DATA_DIR=${handoffData()}`);
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return false;
  }
}

const readArguments = (pid: string): string[] => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');

/** Ends a process as a power cut would. */
export function killProcess(name: ProcessName): number {
  const pid = findProcess(name);
  if (pid === null) throw new Error(`no ${name} process`);
  process.kill(pid, 'SIGKILL');
  return pid;
}
