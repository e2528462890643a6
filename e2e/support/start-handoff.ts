// The instances of a run of the specs, one a lane; with HANDOFF_URL and HANDOFF_DATA the one that is up already.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/startup/build.mjs';
import { Supervisor } from '../../scripts/startup/supervisor.mjs';
import type { Instance } from './instance.ts';
import { runningInstance } from './running-instance.ts';
import { root, startInstance } from './start-instance.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker of vitest, in the order of their numbers. */
    instances: Instance[];
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (runningInstance) {
    project.provide('instances', [runningInstance]);
    return () => Promise.resolve();
  }
  // Once for all, before each looks whether there is anything to build.
  await buildAll(root, new Supervisor(console.log));
  const lanes = Array.from({ length: project.config.maxWorkers }, () =>
    // Counterparts of the specs answer on this machine.
    startInstance({ OUTGOING_ALLOWED_ADDRESSES: '127.0.0.1' }),
  );
  const stopAll = async (): Promise<void> => {
    for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'fulfilled') await lane.value.stop();
  };
  try {
    const started = await Promise.all(lanes);
    project.provide(
      'instances',
      started.map(({ url, data }) => ({ url, data })),
    );
  } catch (error) {
    await stopAll();
    throw error;
  }
  return async () => {
    if (project.vitest.state.getCountOfFailedTests() > 0)
      for (const { data } of await Promise.all(lanes)) sayWarnings(data);
    await stopAll();
  };
}

const mostSaid = 40;
const warning = 40;

const isWarning = (line: string): boolean => {
  const level = /^\{"level":(\d+)/.exec(line)?.[1];
  return line !== '' && (level === undefined || Number(level) >= warning);
};

/** What the servers of a lane last warned of: it goes with the lane's data, and may be why a spec failed. */
function sayWarnings(data: string): void {
  for (const name of ['web', 'worker', 'temporal']) {
    const log = join(data, 'log', `${name}.log`);
    const warnings = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(isWarning) : [];
    console.log(`${name} of ${data} warned ${warnings.length} times:\n${warnings.slice(-mostSaid).join('\n')}`);
  }
}
