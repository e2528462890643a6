// Starts the product as people do, on data, ports and servers of its own, for one run of the specs.
// With HANDOFF_URL and HANDOFF_DATA the specs run against an instance that is up already.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const ROOT = join(import.meta.dirname, '..', '..');
const OF_ITS_OWN = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', PORT: '', PUBLIC_URL: '' };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { HANDOFF_URL, HANDOFF_DATA } = process.env;
  if (HANDOFF_URL && HANDOFF_DATA) {
    project.provide('handoffUrl', HANDOFF_URL);
    project.provide('handoffData', HANDOFF_DATA);
    return () => Promise.resolve();
  }
  const data = await mkdtemp(join(tmpdir(), 'handoff-e2e-'));
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, ...OF_ITS_OWN, NODE_ENV: 'production', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(data, { recursive: true, force: true });
  };
  try {
    project.provide('handoffUrl', await readyAddress(child));
    project.provide('handoffData', data);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

function readyAddress(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      const address = /Handoff is ready: (\S+)\n/.exec(output)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The instance under test didn't start:\n${output}`)));
  });
}
