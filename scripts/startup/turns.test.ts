import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isFirstOf } from './turns.mjs';

let place: string;
let rival: ChildProcess;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'turns-'));
  rival = spawn(process.execPath, ['-e', '/* start.mjs */ setInterval(() => {}, 1000)'], { stdio: 'ignore' });
});

afterEach(() => {
  rival.kill('SIGKILL');
  rmSync(place, { recursive: true });
});

async function makeFolders(...names: string[]) {
  for (const name of names) {
    mkdirSync(join(place, name));
    await delay(5);
  }
}

it('lets who came first go first', async () => {
  const [own, other] = [`unfinished-${process.pid}-a`, `unfinished-${rival.pid}-b`];
  await makeFolders(other, own);
  expect(isFirstOf(place, own)).toBe(false);
  expect(isFirstOf(place, other)).toBe(true);
});

it('does not wait for who is gone, nor for what is not a turn', async () => {
  const own = `unfinished-${process.pid}-a`;
  await makeFolders('unfinished-999999999-x', 'unfinished-JATOex', 'temporal', own);
  expect(isFirstOf(place, own)).toBe(true);
});

it('goes on once the one before has ended', async () => {
  const [own, other] = [`unfinished-${process.pid}-a`, `unfinished-${rival.pid}-b`];
  await makeFolders(other, own);
  rmSync(join(place, other), { recursive: true });
  expect(isFirstOf(place, own)).toBe(true);
});
