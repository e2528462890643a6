import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endOfLog, Stopped } from './supervisor.mjs';

/**
 * @param {object} options
 * @param {string} options.root
 * @param {import('./data-folder.mjs').DataFolder} options.data
 * @param {import('./supervisor.mjs').Supervisor} options.supervisor
 * @param {NodeJS.ProcessEnv} options.env
 * @param {boolean} options.isDevelopment run the sources instead of the build
 */
export function keepWebAndWorker({ root, data, supervisor, env, isDevelopment }) {
  const fromSource = ['--import', 'tsx'];
  // A young generation of half the usual size and two of the allocator's arenas: a third less memory while idle. Source
  // maps would take another 30 MB a process; the bundles keep the names of functions, which is what traces are read by.
  const ofMemory = ['--max-semi-space-size=8', '--expose-gc'];
  const memoryEnv = { MALLOC_ARENA_MAX: '2' };
  /** @param {string} folder @param {string} name where the build put it */
  const built = (folder, name) =>
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT
      ? ['--import', `./${folder}/tracing.js`, `${folder}/${name}.traced.js`]
      : [`${folder}/${name}.js`];
  supervisor.keep({
    name: 'web',
    command: process.execPath,
    args: [...ofMemory, ...(isDevelopment ? [...fromSource, 'server.ts'] : built('build', 'server'))],
    cwd: join(root, 'apps', 'web'),
    env: { OTEL_SERVICE_NAME: 'handoff-web', ...memoryEnv, ...env },
    log: data.log('web'),
    stopOrder: 1,
    stopSeconds: 5,
  });
  supervisor.keep({
    name: 'worker',
    command: process.execPath,
    args: [...ofMemory, ...(isDevelopment ? [...fromSource, 'src/main.ts'] : built('dist', 'main'))],
    cwd: join(root, 'apps', 'worker'),
    env: { OTEL_SERVICE_NAME: 'handoff-worker', ...memoryEnv, ...env },
    log: data.log('worker'),
    stopOrder: 2,
    stopSeconds: 8,
  });
}

/**
 * Resolves when the web process answers.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./data-folder.mjs').DataFolder} options.data
 * @param {import('./supervisor.mjs').Supervisor} options.supervisor
 */
export async function waitForWeb({ env, data, supervisor }) {
  const deadline = Date.now() + 120_000;
  while (!(await answers(`http://127.0.0.1:${env.PORT}/healthz`))) {
    if (supervisor.isStopping) throw new Stopped();
    if (Date.now() > deadline) throw new Error(`The web process doesn't answer:\n${endOfLog(data.log('web'))}`);
    await wait(100);
  }
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}
