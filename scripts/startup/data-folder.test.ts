import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolder } from './data-folder.mjs';

let path: string;
let data: DataFolder;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'data-'));
  data = new DataFolder(path);
});

afterEach(() => rmSync(path, { recursive: true }));

describe('DataFolder', () => {
  it('makes a secret of 32 bytes once, for its owner alone', () => {
    const secret = data.secret('secret-key');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(data.secret('secret-key')).toBe(secret);
    expect(statSync(join(path, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  it('takes over the lock of a start that is gone, even where its number is used again', () => {
    writeFileSync(join(path, 'start.pid'), '1\n');
    data.lock();
    data.unlock();
  });

  it('leaves the lock of another start alone', () => {
    writeFileSync(join(path, 'start.pid'), '1\n');
    data.unlock();
    expect(statSync(join(path, 'start.pid')).size).toBe(2);
  });
});
