import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from './id.ts';
import { openFileStore, StorageFullError, type FileStore } from './file-store.ts';

let folder: string;
let store: FileStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  store = openFileStore(folder, 1024);
});
afterEach(() => rm(folder, { recursive: true }));

const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe('the file store', () => {
  it('keeps a file and knows its type by its content', async () => {
    const id = newId();
    const pdf = Buffer.from('%PDF-1.7\n%EOF\n');
    expect(await store.write(id, pdf)).toMatchObject({ sizeBytes: pdf.length, contentType: 'application/pdf' });
    expect(await text(store.read(id))).toBe(pdf.toString());
  });

  it('refuses what is too large and leaves nothing behind', async () => {
    await expect(store.write(newId(), Buffer.alloc(1025))).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await filesIn()).toEqual([]);
  });

  it('says that the disk is full and leaves nothing behind', async () => {
    async function* untilFull(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('begins');
      await Promise.resolve();
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }
    await expect(store.write(newId(), untilFull())).rejects.toBeInstanceOf(StorageFullError);
    expect(await filesIn()).toEqual([]);
  });
});
