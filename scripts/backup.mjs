// npm run backup -- FOLDER: copies what must not be lost of an instance that may be running: the database as it is at one
// moment, the uploaded files, and the key that secrets are sealed with. What to do with it: docs/operating.md.
import { copyFileSync, cpSync, existsSync, mkdirSync, openSync, closeSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolder } from './startup/data-folder.mjs';
import { findProgram } from './startup/find-program.mjs';
import { databaseUrlOf } from './startup/mariadb.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say where to: npm run backup -- FOLDER');
const target = resolve(folder);
if (existsSync(target)) throw new Error(`${target} is there already. Name a new folder.`);
const data = new DataFolder(resolve(root, process.env.DATA_DIR || '.data'));
const program = findProgram('mariadb-dump', 'mysqldump');
if (!program) throw new Error('mariadb-dump is missing on this machine. Install the MariaDB client.');

mkdirSync(target, { recursive: true, mode: 0o700 });
const url = new URL(process.env.DATABASE_URL || databaseUrlOf(data));
// First the database: a file that is uploaded meanwhile has no row yet and does no harm.
const dump = openSync(join(target, 'database.sql'), 'w', 0o600);
const { status, stderr } = spawnSync(
  program,
  [
    ...['--no-defaults', '--protocol=tcp', `--host=${url.hostname}`, `--port=${url.port || 3306}`],
    ...[`--user=${decodeURIComponent(url.username)}`, '--single-transaction', '--skip-lock-tables', '--no-tablespaces'],
    decodeURIComponent(url.pathname.slice(1)),
  ],
  { stdio: ['ignore', dump, 'pipe'], env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) } },
);
closeSync(dump);
if (status !== 0) throw new Error(`The database could not be copied:\n${stderr.toString()}`);
if (existsSync(data.file('files'))) cpSync(data.file('files'), join(target, 'files'), { recursive: true });
if (existsSync(data.file('secret-key'))) copyFileSync(data.file('secret-key'), join(target, 'secret-key'));
console.log(`The backup is in ${target}.`);
