import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from './data-folder.mjs';
import { findProgram } from './find-program.mjs';
import { installMariadb } from './mariadb-install.mjs';
import { endOfLog, Stopped } from './supervisor.mjs';

const LONGEST_SOCKET_PATH = 100;

/**
 * @typedef {object} MariadbOptions
 * @property {string} folder for the data, the socket and the log
 * @property {string} password of the database user
 * @property {import('./ports.mjs').HeldPort} port
 * @property {import('./supervisor.mjs').Supervisor} supervisor
 * @property {string[]} settings further options of the server
 */

/**
 * Starts a server of our own on the folder's data, made first if there is none, and waits until it answers.
 * Installs MariaDB where the machine lacks it and that is allowed.
 * @param {MariadbOptions} options
 * @returns {Promise<string>} address, without a database name: `mysql://user:password@host:port`
 */
export async function startMariadb({ folder, password, port, supervisor, settings }) {
  const server = await findServer(supervisor);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const data = join(folder, 'data');
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  await endOrphan(data);
  if (!existsSync(data)) await createData(server, { data, temporary }, supervisor);
  const log = join(folder, 'mariadb.log');
  const initFile = join(folder, 'accounts.sql');
  writeFileSync(initFile, accounts(server, password), { mode: 0o600 });
  await port.release();
  supervisor.keep({
    name: 'MariaDB',
    command: server,
    args: [
      '--no-defaults',
      `--datadir=${data}`,
      `--tmpdir=${temporary}`,
      `--socket=${socketPath(folder)}`,
      `--pid-file=${join(data, 'server.pid')}`,
      `--init-file=${initFile}`,
      `--port=${port.port}`,
      '--bind-address=127.0.0.1',
      `--user=${userInfo().username}`,
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      '--default-time-zone=+00:00',
      '--max-connections=300',
      '--max-allowed-packet=64M',
      ...settings,
    ],
    log,
    stopOrder: 4,
    stopSeconds: 20,
  });
  await waitForGreeting(port.port, log, supervisor);
  return `mysql://handoff:${password}@127.0.0.1:${port.port}`;
}

/**
 * Where the private server of a data folder answers, once it has been started.
 * @param {import('./data-folder.mjs').DataFolder} data
 */
export function databaseUrlOf(data) {
  /** @type {{ mariadb: number }} */
  const ports = JSON.parse(readFileSync(data.file('ports.json'), 'utf8'));
  return `mysql://handoff:${data.secret('database-password')}@127.0.0.1:${ports.mariadb}/handoff`;
}

/** @param {import('./supervisor.mjs').Supervisor} supervisor */
async function findServer(supervisor) {
  const installed = findProgram('mariadbd', 'mysqld');
  if (installed) return installed;
  await installMariadb(supervisor);
  const server = findProgram('mariadbd', 'mysqld');
  if (server) return server;
  throw new Error('MariaDB was installed, but neither mariadbd nor mysqld is found. Put its folder on PATH.');
}

/**
 * Makes the system tables. Only this account of the machine may log in as the database's administrator, by socket.
 * @param {string} server
 * @param {{ data: string, temporary: string }} folders
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
async function createData(server, { data, temporary }, supervisor) {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const user = userInfo().username;
  // Each server clears its folder for temporary tables when it starts, so none may share it with another.
  const own = ['--no-defaults', `--datadir=${unfinished}`, `--tmpdir=${temporary}`, `--user=${user}`];
  const installer = findProgram('mariadb-install-db', 'mysql_install_db');
  if (isMariadb(server) && installer) {
    await supervisor.run('Making the database', installer, [
      ...own,
      '--auth-root-authentication-method=socket',
      `--auth-root-socket-user=${user}`,
      '--skip-test-db',
    ]);
  } else {
    await supervisor.run('Making the database', server, [...own, '--initialize-insecure']);
  }
  renameSync(unfinished, data);
}

/** @param {string} server */
function isMariadb(server) {
  return spawnSync(server, ['--version'], { encoding: 'utf8' }).stdout.includes('MariaDB');
}

/**
 * Statements that the server runs before it accepts connections; one a line.
 * @param {string} server
 * @param {string} password
 */
function accounts(server, password) {
  const statements = [
    `CREATE USER IF NOT EXISTS 'handoff'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER 'handoff'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    "GRANT ALL ON `handoff%`.* TO 'handoff'@'127.0.0.1';",
  ];
  if (!isMariadb(server)) statements.push(`ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`);
  return `${statements.join('\n')}\n`;
}

/**
 * A socket's path must be short; a deep folder gets one in the temporary folder.
 * @param {string} folder
 */
function socketPath(folder) {
  const path = join(folder, 'mariadb.sock');
  if (path.length <= LONGEST_SOCKET_PATH) return path;
  return join(tmpdir(), `handoff-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`);
}

/**
 * Ends a server that still holds the data after its supervisor was lost.
 * @param {string} data
 */
async function endOrphan(data) {
  const pidFile = join(data, 'server.pid');
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  if (!pid || !isRunning(pid, data)) return;
  process.kill(pid, 'SIGTERM');
  while (isRunning(pid, data)) await wait(100);
}

/**
 * Waits for the server's first packet; connecting alone would count before recovery is over.
 * @param {number} port
 * @param {string} log
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
async function waitForGreeting(port, log, supervisor) {
  const deadline = Date.now() + 120_000;
  while (!(await greets(port))) {
    if (supervisor.isStopping) throw new Stopped();
    if (Date.now() > deadline) throw new Error(`MariaDB doesn't answer on port ${port}:\n${endOfLog(log)}`);
    await wait(50);
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => undefined);
    socket.once('close', () => resolve(false));
  });
}
