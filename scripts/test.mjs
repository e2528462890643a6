// npm test: every check of the project, each step timed; the last line counts what passed and failed.
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './startup/build.mjs';
import { installPackages } from './startup/install.mjs';
import { say } from './startup/progress.mjs';
import { stopOnSignals } from './startup/signals.mjs';
import { Supervisor } from './startup/supervisor.mjs';
import { findTemporal, obtainTemporal } from './startup/temporal-program.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = await mkdtemp(join(tmpdir(), 'handoff-reports-'));
const supervisor = new Supervisor(say);
stopOnSignals(supervisor, () => undefined);
const total = { passed: 0, failed: 0, skipped: 0 };

await check('Packages', () => installPackages(root, supervisor));
await check('Temporal', async () => findTemporal() ?? obtainTemporal(supervisor));
// Each package, and each of these over the whole tree, is checked again only when what it reads has changed.
await check('ESLint', () => turbo('lint', 'lint:root'));
await check('Prettier', () => turbo('lint:format'));
await check('knip', () => turbo('lint:unused'));
await check('Types', () => turbo('typecheck', 'typecheck:root'));
// Before three instances start, each of which would look whether there is anything to build.
await check('Build', () => buildAll(root, supervisor));
await Promise.all([
  suite('Unit and integration tests', ['run']).then(() =>
    suite('Browser tests', ['run', '--config', 'e2e/vitest.config.ts']),
  ),
  // It goes by the clock and may outlast the unit tests: the browser tests don't wait for it. How fast all is back
  // depends on the machine, and on the tests beside it: it is said, not judged.
  check('Nothing lost over two minutes of kill -9', async () => {
    const kills = ['kills', '--seconds', '120', '--kills', '6', '--within', '0'];
    // In one piece, beside the dots of the tests.
    console.log(`\n${await run('tsx', ['proof/crash/crash.ts', ...kills])}`);
  }),
]);

rmSync(reports, { recursive: true, force: true });
await supervisor.stop();
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * A step that passes or fails as one.
 * @param {string} name
 * @param {() => Promise<unknown>} work
 */
async function check(name, work) {
  const since = Date.now();
  try {
    await work();
    total.passed += 1;
    say(`${name}: passed in ${seconds(since)}`);
  } catch (error) {
    total.failed += 1;
    say(`${name}: failed after ${seconds(since)}`);
    console.error(error instanceof Error ? error.message : error);
  }
}

/**
 * A vitest run, counted test by test. A run that can't load a file or dies counts one failure more.
 * @param {string} name
 * @param {string[]} args
 */
async function suite(name, args) {
  const since = Date.now();
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const outcome = await run('vitest', [...args, ...reporters], (text) => process.stdout.write(text)).then(
    () => 'passed',
    () => 'failed',
  );
  const counts = readCounts(report);
  const hasUncountedFailure = outcome === 'failed' && counts.failed === 0;
  total.passed += counts.passed;
  total.failed += counts.failed + (hasUncountedFailure ? 1 : 0);
  total.skipped += counts.skipped;
  say(`${name}: ${outcome} in ${seconds(since)}`);
}

/**
 * @param {string} report
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * @param {string} program of the installed packages
 * @param {string[]} args
 * @param {(text: string) => void} [onOutput]
 */
function run(program, args, onOutput) {
  return supervisor.run(program, join(root, 'node_modules', '.bin', program), args, {
    cwd: root,
    onOutput,
    env: { TURBO_TELEMETRY_DISABLED: '1', NODE_ENV: 'test' },
  });
}

/** @param {string[]} tasks of turbo.json */
function turbo(...tasks) {
  return run('turbo', ['run', ...tasks, '--output-logs=errors-only', '--concurrency=2']);
}

/** @param {number} since in ms of the epoch */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
