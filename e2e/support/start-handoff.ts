// The instances of a run of the specs, one a lane; with HANDOFF_URL and HANDOFF_DATA the one that is up already.
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
  return stopAll;
}
