import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { handoffData } from './instance.ts';

/** The instance's process of that name: it is the one that works in the app's folder on this instance's data. */
export function findProcess(app: 'web' | 'worker'): number | null {
  for (const entry of readdirSync('/proc')) {
    if (/^\d+$/.test(entry) && isProcessOf(entry, app)) return Number(entry);
  }
  return null;
}

function isProcessOf(pid: string, app: string): boolean {
  try {
    if (!readlinkSync(`/proc/${pid}/cwd`).endsWith(`/apps/${app}`)) return false;
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`DATA_DIR=${handoffData()}`);
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return false;
  }
}

/** Ends a process as a power cut would. */
export function killProcess(app: 'web' | 'worker'): number {
  const pid = findProcess(app);
  if (pid === null) throw new Error(`no ${app} process`);
  process.kill(pid, 'SIGKILL');
  return pid;
}
