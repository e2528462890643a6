import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, homedir, platform } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findProgram } from './find-program.mjs';
import { say } from './progress.mjs';
import { Stopped } from './supervisor.mjs';
import { isFirstOf } from './turns.mjs';

// Newer tags can't be installed with `go install`: their go.mod holds a replace directive.
const VERSION = '1.5.1';
const GO_THAT_BUILDS = 25;
const GO_THAT_FETCHES_NEWER = 21;

const ADVICE =
  'The Temporal CLI is neither on the PATH nor to be had: its download failed, and there is no Go 1.21 or newer to build it with. ' +
  'Install the CLI (https://docs.temporal.io/cli) or Go, or set TEMPORAL_ADDRESS.';

/** The Temporal CLI of this machine: on the PATH or in the user's cache folder. */
export function findTemporal() {
  const cached = join(cacheFolder(), 'temporal');
  return findProgram('temporal') ?? (existsSync(cached) ? cached : undefined);
}

/**
 * Downloads the Temporal CLI as Temporal's SDK does, or builds it with Go, into the user's cache folder. While another
 * start of this account is at it, waits for what comes of that. Throws with what to do where neither is possible.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<string>} its path
 */
export async function obtainTemporal(supervisor) {
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), `unfinished-${process.pid}-`));
  try {
    await waitForTurn(work, supervisor);
    const madeByAnother = findTemporal();
    if (madeByAnother) return madeByAnother;
    const made = (await download(work, supervisor)) ?? (await build(work, supervisor));
    if (!made) throw new Error(ADVICE);
    const program = join(cacheFolder(), 'temporal');
    renameSync(made, program);
    return program;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'handoff', `temporal-${VERSION}`);
}

/**
 * @param {string} work the folder of this start
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
async function waitForTurn(work, supervisor) {
  let isSaid = false;
  while (!isFirstOf(cacheFolder(), basename(work))) {
    if (supervisor.isStopping) throw new Stopped();
    if (!isSaid) say('Temporal is being obtained by another start; this one waits for it');
    isSaid = true;
    await delay(500);
  }
}

/**
 * @param {string} folder
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
async function download(folder, supervisor) {
  const machine = arch() === 'x64' ? 'amd64' : arch();
  const address = `https://temporal.download/cli/archive/v${VERSION}?platform=${platform()}&arch=${machine}&format=tar.gz`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(180_000) });
    if (!response.ok) return undefined;
    const archive = join(folder, 'temporal.tar.gz');
    writeFileSync(archive, Buffer.from(await response.arrayBuffer()));
    await supervisor.run('Unpacking Temporal', 'tar', ['-xzf', archive, '-C', folder, 'temporal']);
    return join(folder, 'temporal');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
async function build(folder, supervisor) {
  const go = findProgram('go');
  const version = go ? goVersion(go) : 0;
  if (!go || version < GO_THAT_FETCHES_NEWER) return undefined;
  say('Temporal is built with Go, once for this account; this takes some minutes');
  const source = `github.com/temporalio/cli/cmd/temporal@v${VERSION}`;
  /** @type {NodeJS.ProcessEnv} */
  const env = { GOBIN: folder, GOFLAGS: '-buildvcs=false' };
  if (version < GO_THAT_BUILDS) env.GOTOOLCHAIN = 'auto';
  await supervisor.run('Building Temporal', go, ['install', '-trimpath', '-ldflags', '-s -w', source], {
    env,
    nice: 10,
  });
  return join(folder, 'temporal');
}

/**
 * The minor version: 26 for Go 1.26.
 * @param {string} go
 */
function goVersion(go) {
  const { stdout } = spawnSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' });
  return Number(/go1\.(\d+)/.exec(stdout)?.[1] ?? 0);
}
