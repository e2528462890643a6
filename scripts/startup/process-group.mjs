import { existsSync, readFileSync } from 'node:fs';

/**
 * Sends a signal to a process and all that it started. Does nothing when they are gone.
 * @param {number} pid of the group's leader
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Whether the leader of a process group still runs. One that ended and that nobody asks about any more doesn't.
 * @param {number} pid
 */
export function isLeaderAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
}
