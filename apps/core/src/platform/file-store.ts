import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import { DomainError, ValidationError } from './errors.ts';

export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

export interface StoredFile {
  sizeBytes: number;
  sha256: string;
  /** By the content, not by the name; application/octet-stream if it is none that is known. */
  contentType: string;
}

/** Keeps files by id in a folder. */
export interface FileStore {
  /** Writes a file whole or not at all. Throws ValidationError over the size limit, StorageFullError on a full disk. */
  write(id: string, content: FileContent): Promise<StoredFile>;
  /** The whole file, or the bytes from `range.start` to `range.end`, both included. */
  read(id: string, range?: { start: number; end: number }): Readable;
  remove(id: string): Promise<void>;
}

/** The disk is full; nothing was kept. */
export class StorageFullError extends DomainError {
  constructor() {
    super(
      'storage_full',
      {
        en: 'The file could not be kept: the disk is full. Ask an administrator to free space, then try again.',
        zh: '文件未保存：磁盘已满。请联系管理员清理空间后重试。',
      },
      true,
    );
  }
}

const fullDisk = new Set(['ENOSPC', 'EDQUOT']);

const isFullDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && fullDisk.has(String(error.code));

const tooLarge = (maxBytes: number): ValidationError =>
  ValidationError.at('file', 'file_too_large', {
    en: `A file may have at most ${maxBytes / 1024 / 1024} MB. Make it smaller or split it.`,
    zh: `单个文件最大 ${maxBytes / 1024 / 1024} MB，请压缩或拆分后上传。`,
  });

const partsOf = (content: FileContent): AsyncIterable<Uint8Array> | Uint8Array[] =>
  content instanceof Uint8Array ? [content] : content;

/** Opens the file store in `folder`; no file may be larger than `maxBytes`. */
export function openFileStore(folder: string, maxBytes = 50 * 1024 * 1024): FileStore {
  const pathOf = (id: string): string => join(folder, id.slice(-2), id);

  const writePart = async (path: string, content: FileContent): Promise<Omit<StoredFile, 'contentType'>> => {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const file = await open(path, 'w');
    try {
      for await (const part of partsOf(content)) {
        sizeBytes += part.length;
        if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
        hash.update(part);
        // A disk that is nearly full takes a part of it without an error; asking for the rest is what fails.
        for (let at = 0; at < part.length;) at += (await file.write(part, at)).bytesWritten;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { sizeBytes, sha256: hash.digest('hex') };
  };

  return {
    async write(id, content) {
      const path = pathOf(id);
      const part = `${path}.part`;
      try {
        await mkdir(dirname(path), { recursive: true });
        const written = await writePart(part, content);
        const type = await fileTypeFromFile(part);
        await rename(part, path);
        return { ...written, contentType: type?.mime ?? 'application/octet-stream' };
      } catch (error) {
        await rm(part, { force: true });
        throw isFullDisk(error) ? new StorageFullError() : error;
      }
    },
    read: (id, range) => createReadStream(pathOf(id), range),
    async remove(id) {
      // A process that was killed leaves what it had begun.
      for (const path of [pathOf(id), `${pathOf(id)}.part`]) await rm(path, { force: true });
    },
  };
}
