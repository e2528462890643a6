import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const ofItsOwn = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', PORT: '', PUBLIC_URL: '', REDIS_URL: '' };

export interface StartedInstance {
  url: string;
  data: string;
  /** Takes it down and throws its data away, unless they are to be kept. Throws if a process of it failed to close. */
  stop: (options?: { keepsData?: boolean }) => Promise<void>;
}

/** Starts the product as people do, on data, ports and servers of its own. Throws what it printed if it does not come up. */
export async function startInstance(settings: NodeJS.ProcessEnv = {}): Promise<StartedInstance> {
  const data = settings.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'handoff-instance-')));
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...ofItsOwn, NODE_ENV: 'production', ...settings, DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  const stop = async ({ keepsData = false } = {}): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    if (!keepsData) await rm(data, { recursive: true, force: true });
    if (said.includes('did not close in order')) throw new Error(`A process failed as it was stopped:\n${said}`);
  };
  try {
    return { url: await readyAddress(child, () => said), data, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /Handoff is ready: (\S+)\n/.exec(said())?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The instance under test didn't start:\n${said()}`)));
  });
}
