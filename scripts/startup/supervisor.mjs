import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { signalGroup } from './process-group.mjs';

const GUARD = fileURLToPath(new URL('guard.mjs', import.meta.url));
const LARGEST_LOG = 10_000_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const STEADY_AFTER = 10_000;

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {string} log file that takes what the process writes
 * @property {number} stopOrder lower ones are stopped first
 * @property {number} stopSeconds time to end by itself before it is killed
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd]
 * @property {number} [nice] how far it gives way to others when processors are short, up to 19
 */

/**
 * @typedef {object} Running
 * @property {Service} service
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<void>} ended
 */

/** Starts processes, each in its own process group, and answers for their end. */
export class Supervisor {
  /** @type {Set<Running>} */
  #running = new Set();
  #stopping = new AbortController();
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #guard;
  #say;

  /** @param {(message: string) => void} say tells people what happens to a process */
  constructor(say) {
    this.#say = say;
  }

  get isStopping() {
    return this.#stopping.signal.aborted;
  }

  /**
   * Runs a program to its end. Throws with the last lines of its output when it fails.
   * @param {string} name
   * @param {string} command
   * @param {string[]} args
   * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, nice?: number, onOutput?: (text: string) => void }} [options]
   * @returns {Promise<string>} what it wrote
   */
  async run(name, command, args, options = {}) {
    const child = this.#spawn(command, args, ['ignore', 'pipe', 'pipe'], options);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
        options.onOutput?.(text);
      });
    const service = { name, command, args, log: '', stopOrder: 0, stopSeconds: 3 };
    const code = await this.#watch(service, child);
    if (this.isStopping) throw new Stopped();
    if (code !== 0) throw new Error(`${name} failed (${code}):\n${lastLines(output, 40)}`);
    return output;
  }

  /**
   * Starts a process that is to run until `stop`, and starts it again whenever it ends before.
   * @param {Service} service
   */
  keep(service) {
    void this.#keep(service).catch((error) => this.#say(`${service.name}: ${error.message}`));
  }

  /** Ends everything, group by group in stop order. */
  async stop() {
    this.#stopping.abort();
    const orders = [...new Set([...this.#running].map((each) => each.service.stopOrder))].sort((a, b) => a - b);
    for (const order of orders) {
      await Promise.all([...this.#running].filter((each) => each.service.stopOrder === order).map(stopOne));
    }
    this.#guard?.stdin?.end();
  }

  /** Ends everything at once, without waiting. */
  kill() {
    for (const { child } of this.#running) if (child.pid) signalGroup(child.pid, 'SIGKILL');
  }

  /** @param {Service} service */
  async #keep(service) {
    let pause = FIRST_PAUSE;
    for (;;) {
      const startedAt = Date.now();
      const log = openLog(service.log);
      const child = this.#spawn(service.command, service.args, ['ignore', log, log], service);
      closeSync(log);
      const code = await this.#watch(service, child);
      if (this.isStopping) {
        if (code !== 0) this.#say(`${service.name} did not close in order (${code}); its log: ${service.log}`);
        return;
      }
      pause = Date.now() - startedAt > STEADY_AFTER ? FIRST_PAUSE : pause;
      this.#say(`${service.name} ended (${code}) and is started again in ${pause / 1000} s; its log: ${service.log}`);
      const mayGoOn = await wait(pause, true, { signal: this.#stopping.signal }).catch(() => false);
      if (!mayGoOn) return;
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {import('node:child_process').StdioOptions} stdio
   * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, nice?: number }} options
   */
  #spawn(command, args, stdio, { env, cwd, nice }) {
    this.#guard ??= this.#startGuard();
    const child = spawn(command, args, { cwd, stdio, detached: true, env: { ...process.env, ...env } });
    if (child.pid && nice) giveWay(child.pid, nice);
    return child;
  }

  /**
   * @param {Service} service
   * @param {import('node:child_process').ChildProcess} child
   * @returns {Promise<string | number>} exit code or signal; resolves when the process has ended
   */
  #watch(service, child) {
    /** @type {Promise<string | number>} */
    const outcome = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
    const { pid } = child;
    if (!pid) return outcome;
    this.#guard?.stdin?.write(`+${pid} ${service.stopSeconds}\n`);
    /** @type {Running} */
    const running = { service, child, ended: outcome.then(() => undefined) };
    this.#running.add(running);
    if (this.isStopping) signalGroup(pid, 'SIGTERM');
    return outcome.finally(() => {
      signalGroup(pid, 'SIGKILL');
      this.#running.delete(running);
      this.#guard?.stdin?.write(`-${pid}\n`);
    });
  }

  #startGuard() {
    const guard = spawn(process.execPath, [GUARD], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    guard.stdin.on('error', () => undefined);
    guard.once('exit', () => {
      if (this.isStopping) return;
      this.#guard = this.#startGuard();
      for (const { service, child } of this.#running)
        this.#guard.stdin?.write(`+${child.pid} ${service.stopSeconds}\n`);
    });
    guard.unref();
    return guard;
  }
}

/**
 * @param {number} pid
 * @param {number} nice
 */
function giveWay(pid, nice) {
  try {
    setPriority(pid, nice);
    // Linux may weigh sessions against each other before it looks at the processes in them; a program here has its own.
    if (existsSync(`/proc/${pid}/autogroup`)) writeFileSync(`/proc/${pid}/autogroup`, String(nice));
  } catch {
    // It has ended already, or the system does not let it: then all are equal.
  }
}

/** Thrown where a program didn't finish because everything is being stopped. */
export class Stopped extends Error {}

/** @param {Running} running */
async function stopOne({ service, child, ended }) {
  if (!child.pid) return;
  signalGroup(child.pid, 'SIGTERM');
  const kill = setTimeout(signalGroup, service.stopSeconds * 1000, child.pid, 'SIGKILL');
  await ended;
  clearTimeout(kill);
}

/** @param {string} file */
function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LARGEST_LOG) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * The end of a log file, to show beside an error.
 * @param {string} file
 */
export function endOfLog(file) {
  return existsSync(file) ? lastLines(readFileSync(file, 'utf8'), 15) : '';
}
