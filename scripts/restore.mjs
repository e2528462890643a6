// npm run restore -- FOLDER: fills an empty data folder (.data or DATA_DIR), or the database of DATABASE_URL, from a backup;
// then `npm start`. Temporal begins without data: what it has to do is made again from the database.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, openSync, closeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolder } from './startup/data-folder.mjs';
import { findProgram } from './startup/find-program.mjs';
import { startMariadb } from './startup/mariadb.mjs';
import { KeptPorts } from './startup/ports.mjs';
import { say } from './startup/progress.mjs';
import { Supervisor } from './startup/supervisor.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say from where: npm run restore -- FOLDER');
const source = resolve(folder);
const data = new DataFolder(resolve(root, process.env.DATA_DIR || '.data'));
if (existsSync(data.file('mariadb', 'data'))) throw new Error(`${data.path} holds a database already.`);
const program = findProgram('mariadb', 'mysql');
if (!program) throw new Error('The client mariadb is missing on this machine. Install it.');

const supervisor = new Supervisor(say);
try {
  const url = new URL(process.env.DATABASE_URL || (await startDatabase()));
  const name = decodeURIComponent(url.pathname.slice(1));
  run(url, ['--execute', `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`]);
  run(url, [name], join(source, 'database.sql'));
  run(url, [name], join(root, 'scripts', 'resume-work.sql'));
  if (existsSync(join(source, 'files'))) cpSync(join(source, 'files'), data.file('files'), { recursive: true });
  if (existsSync(join(source, 'secret-key'))) copyFileSync(join(source, 'secret-key'), data.file('secret-key'));
} finally {
  await supervisor.stop();
}
console.log(`${data.path} is as the backup was. Start it with npm start.`);

async function startDatabase() {
  const server = await startMariadb({
    folder: data.file('mariadb'),
    password: data.secret('database-password'),
    port: await new KeptPorts(data.path).hold('mariadb'),
    supervisor,
    settings: ['--innodb-flush-log-at-trx-commit=2', '--innodb-buffer-pool-size=256M'],
  });
  return `${server}/handoff`;
}

/**
 * Runs statements of a file or of the arguments as the address's user.
 * @param {URL} url
 * @param {string[]} args
 * @param {string} [file]
 */
function run(url, args, file) {
  const input = file ? openSync(file, 'r') : undefined;
  const { status, stderr } = spawnSync(
    /** @type {string} */ (program),
    [
      ...['--no-defaults', '--protocol=tcp', `--host=${url.hostname}`, `--port=${url.port || 3306}`],
      ...[`--user=${decodeURIComponent(url.username)}`, ...args],
    ],
    {
      stdio: [input ?? 'ignore', 'inherit', 'pipe'],
      env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) },
    },
  );
  if (input !== undefined) closeSync(input);
  if (status !== 0) throw new Error(`The backup could not be taken over:\n${stderr.toString()}`);
}
