// npm start: brings up all of Handoff on a machine that has nothing but Node, and takes it down again.
// Where things come from and how to change that: docs/operating.md.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolder } from './startup/data-folder.mjs';
import { KeptPorts } from './startup/ports.mjs';
import { buildAll } from './startup/build.mjs';
import { installPackages } from './startup/install.mjs';
import { startMariadb } from './startup/mariadb.mjs';
import { keepWebAndWorker, waitForWeb } from './startup/processes.mjs';
import { say, step } from './startup/progress.mjs';
import { stopOnSignals } from './startup/signals.mjs';
import { Stopped, Supervisor } from './startup/supervisor.mjs';
import { startTemporal } from './startup/temporal.mjs';
import { findTemporal, obtainTemporal } from './startup/temporal-program.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isDevelopment = process.argv.includes('--dev');
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const data = new DataFolder(resolve(root, process.env.DATA_DIR || '.data'));
const supervisor = new Supervisor(say);

try {
  data.lock();
  stopOnSignals(supervisor, () => data.unlock());
  await start();
} catch (error) {
  if (!(error instanceof Stopped)) {
    say(error instanceof Error ? error.message : String(error));
    await supervisor.stop();
    data.unlock();
    process.exit(1);
  }
}

async function start() {
  const ports = new KeptPorts(data.path);
  const webPort = await holdWebPort(ports);
  const workerPort = await ports.hold('worker', 9464);
  const temporalAddress = await bringUpTemporal(ports);
  const [databaseUrl] = await Promise.all([bringUpDatabase(ports), installAndBuild()]);
  const env = {
    NODE_ENV: isDevelopment ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: process.env.TEMPORAL_NAMESPACE || 'default',
    SECRET_KEY: process.env.SECRET_KEY || data.secret('secret-key'),
    DATA_DIR: data.path,
    HOST: process.env.HOST || '127.0.0.1',
    PORT: String(webPort.port),
    WORKER_PORT: String(workerPort.port),
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${webPort.port}`,
  };
  await step('Migrations', () => runOnce('migrate', env));
  if (process.env.COMPANY_NAME) console.log(await step('Company', () => runOnce('found', env)));
  else await step('Demo company', () => runOnce('seed', env));
  await Promise.all([webPort.release(), workerPort.release()]);
  keepWebAndWorker({ root, data, supervisor, env, isDevelopment });
  await step('Web', () => waitForWeb({ env, data, supervisor }));
  console.log(`\nHandoff is ready: ${env.PUBLIC_URL}`);
  printDemoLogins();
}

/**
 * PORT where it is set, else the port of the last start, else the first free one from 3000 on.
 * @param {KeptPorts} ports
 */
async function holdWebPort(ports) {
  const wanted = Number(process.env.PORT || 0);
  const held = await ports.hold('web', wanted || 3000);
  if (wanted && held.port !== wanted) throw new Error(`Port ${wanted} is taken. Set PORT to a free one.`);
  return held;
}

/** @param {KeptPorts} ports */
async function bringUpDatabase(ports) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const port = await ports.hold('mariadb');
  const server = await step('MariaDB', () =>
    startMariadb({
      folder: data.file('mariadb'),
      password: data.secret('database-password'),
      port,
      supervisor,
      settings: ['--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=256M'],
    }),
  );
  return `${server}/handoff`;
}

/**
 * Answers the address at once: Temporal may come up later, or never, and the rest works on without it.
 * @param {KeptPorts} ports
 */
async function bringUpTemporal(ports) {
  if (process.env.TEMPORAL_ADDRESS) return process.env.TEMPORAL_ADDRESS;
  const [port, uiPort] = [await ports.hold('temporal'), await ports.hold('temporalUi')];
  const databaseFile = data.file('temporal', 'temporal.db');
  void step('Temporal', async () => {
    const program = findTemporal() ?? (await obtainTemporal(supervisor));
    await startTemporal({ program, port, uiPort, databaseFile, log: data.log('temporal'), supervisor });
  }).catch((error) => {
    if (error instanceof Stopped) return;
    say(`Handoff runs without Temporal: timers and automatic steps wait until it is there.\n${error.message}`);
  });
  return `127.0.0.1:${port.port}`;
}

async function installAndBuild() {
  await step('Packages', () => installPackages(root, supervisor));
  if (!isDevelopment) await step('Build', () => buildAll(root, supervisor));
}

/**
 * @param {'migrate' | 'found' | 'seed'} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} what it said
 */
async function runOnce(name, env) {
  const source = { migrate: 'migrate.ts', found: 'found.ts', seed: 'seed/seed.ts' }[name];
  const args = isDevelopment ? ['--import', 'tsx', source] : [`dist/${name}.js`];
  return supervisor.run(name, process.execPath, args, { cwd: join(root, 'prisma'), env });
}

function printDemoLogins() {
  const file = data.file('demo-logins.json');
  if (!existsSync(file)) return;
  /** @type {{ who: string, login: string, password: string }[]} */
  const logins = JSON.parse(readFileSync(file, 'utf8'));
  console.log('\nDemo logins:');
  for (const { who, login, password } of logins) console.log(`  ${login.padEnd(24)} ${password.padEnd(20)} ${who}`);
}
