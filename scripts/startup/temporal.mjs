import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endOfLog, Stopped } from './supervisor.mjs';

/**
 * @typedef {object} TemporalOptions
 * @property {string} program path of the Temporal CLI
 * @property {import('./ports.mjs').HeldPort} port
 * @property {import('./ports.mjs').HeldPort} uiPort
 * @property {string} [databaseFile] where workflows are kept; without it they live in memory
 * @property {string} log
 * @property {import('./supervisor.mjs').Supervisor} supervisor
 */

/**
 * Starts Temporal's single-process server and waits until it accepts connections.
 * @param {TemporalOptions} options
 * @returns {Promise<string>} its address
 */
export async function startTemporal({ program, port, uiPort, databaseFile, log, supervisor }) {
  if (databaseFile) mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 });
  const durable = databaseFile
    ? ['--db-filename', databaseFile, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL']
    : [];
  await Promise.all([port.release(), uiPort.release()]);
  supervisor.keep({
    name: 'Temporal',
    command: program,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'error'],
      ...['--port', String(port.port), '--ui-port', String(uiPort.port)],
      ...durable,
    ],
    // What waits for time can wait a little longer than people. No more than a little: at 10, a machine whose processors
    // six others wanted fired no timer for over a minute; at 3 they came within three seconds.
    nice: 3,
    log,
    stopOrder: 3,
    stopSeconds: 5,
  });
  const deadline = Date.now() + 60_000;
  while (!(await accepts(port.port))) {
    if (supervisor.isStopping) throw new Stopped();
    if (Date.now() > deadline) throw new Error(`Temporal doesn't answer on port ${port.port}:\n${endOfLog(log)}`);
    await wait(100);
  }
  return `127.0.0.1:${port.port}`;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.destroy());
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
}
