import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isLeaderAlive } from './process-group.mjs';
import { Stopped, Supervisor } from './supervisor.mjs';

const SUPERVISOR = new URL('supervisor.mjs', import.meta.url).href;

let folder: string;
let pids: string;
let log: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervisor-'));
  pids = join(folder, 'pids');
  log = join(folder, 'service.log');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A service that notes its process id at each start. */
const noting = (ending: string) => ({
  name: 'service',
  command: '/bin/sh',
  args: ['-c', `echo $$ >> ${pids}; ${ending}`],
  log,
  stopOrder: 1,
  stopSeconds: 1,
});

const readPids = (): number[] => {
  try {
    return readFileSync(pids, 'utf8').split('\n').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

describe('Supervisor', () => {
  it('starts again what ends, and says so', async () => {
    const say = vi.fn();
    const supervisor = new Supervisor(say);
    supervisor.keep(noting('exec sleep 60'));
    await vi.waitFor(() => expect(readPids()).toHaveLength(1));
    process.kill(readPids()[0]!, 'SIGKILL');
    await vi.waitFor(() => expect(readPids()).toHaveLength(2), 5_000);
    expect(say).toHaveBeenCalledWith(expect.stringContaining('service ended (SIGKILL) and is started again in 0.5 s'));
    await supervisor.stop();
    expect(readPids().filter(isLeaderAlive)).toEqual([]);
  });

  it('kills what does not end when it is told to', async () => {
    const supervisor = new Supervisor(vi.fn());
    supervisor.keep(noting("trap '' TERM; while :; do sleep 0.1; done"));
    await vi.waitFor(() => expect(readPids()).toHaveLength(1));
    await supervisor.stop();
    expect(readPids().filter(isLeaderAlive)).toEqual([]);
  });

  it('shows what a failed program wrote', async () => {
    const supervisor = new Supervisor(vi.fn());
    await expect(supervisor.run('The work', '/bin/sh', ['-c', 'echo broken pipe >&2; exit 3'])).rejects.toThrow(
      'The work failed (3):\nbroken pipe',
    );
    await expect(supervisor.run('The work', '/no/such/program', [])).rejects.toThrow('ENOENT');
    await supervisor.stop();
  });

  it('ends a program that is under way when everything stops', async () => {
    const supervisor = new Supervisor(vi.fn());
    const work = supervisor.run('The work', '/bin/sh', ['-c', 'sleep 60']);
    const outcome = expect(work).rejects.toThrow(Stopped);
    await supervisor.stop();
    await outcome;
  });

  it('leaves nothing behind when it is killed outright', async () => {
    const script = `
      import { Supervisor } from ${JSON.stringify(SUPERVISOR)};
      new Supervisor(() => undefined).keep(${JSON.stringify(noting('sleep 60 & exec sleep 60'))});
      console.log('kept');
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Before it says so its guard may not have heard of the service, which writes its number as soon as it runs.
    await once(parent.stdout, 'data');
    await vi.waitFor(() => expect(readPids()).toHaveLength(1), 5_000);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await vi.waitFor(() => expect(readPids().filter(isLeaderAlive)).toEqual([]), 10_000);
  });
});
