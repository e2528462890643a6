import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that an instance keeps on disk: databases, secrets, ports, logs, uploaded files. */
export class DataFolder {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }

  /** @param {string[]} parts */
  file(...parts) {
    return join(this.path, ...parts);
  }

  /** @param {string} name of the process that writes it */
  log(name) {
    return this.file('log', `${name}.log`);
  }

  /**
   * A random secret of 32 bytes in base64url, made at the first call, readable by its owner alone.
   * @param {string} name
   */
  secret(name) {
    const file = this.file(name);
    if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  }

  /** Refuses a second start on the same data. */
  lock() {
    const pid = this.#lockedBy();
    if (pid && isRunning(pid, 'start.mjs')) {
      throw new Error(
        `Handoff is already running here (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
      );
    }
    writeFileSync(this.file('start.pid'), `${process.pid}\n`);
  }

  unlock() {
    if (this.#lockedBy() === process.pid) rmSync(this.file('start.pid'));
  }

  #lockedBy() {
    const file = this.file('start.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  }
}

/**
 * Whether a process of that number runs and its command line holds the text, since numbers are used again.
 * @param {number} pid
 * @param {string} text
 */
export function isRunning(pid, text) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(text);
}
