import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Context } from '../platform/context.ts';
import type { Cell } from './export-columns.ts';

interface StoredMoment {
  at: string;
}

const isStored = (cell: unknown): cell is StoredMoment => typeof cell === 'object' && cell !== null && 'at' in cell;

/** Rows as they are kept until the file is whole. */
export const packRows = (rows: readonly (readonly Cell[])[]): Promise<Buffer> =>
  promisify(gzip)(JSON.stringify(rows.map((row) => row.map((cell) => (cell instanceof Date ? { at: cell } : cell)))));

async function unpackRows(packed: Buffer): Promise<Cell[][]> {
  const rows = JSON.parse(String(await promisify(gunzip)(packed))) as (Exclude<Cell, Date> | StoredMoment)[][];
  return rows.map((row) => row.map((cell) => (isStored(cell) ? new Date(cell.at) : cell)));
}

/** Everything that an export has read, part by part in its order; `onPart` hears of each. */
export async function* readParts(
  context: Context,
  jobId: string,
  onPart: () => Promise<void>,
): AsyncGenerator<Cell[][]> {
  for (let position = 1; ; position++) {
    const part = await context.db
      .selectFrom('exportPart')
      .select('packed')
      .where('jobId', '=', jobId)
      .where('position', '=', position)
      .executeTakeFirst();
    if (!part) return;
    await onPart();
    yield unpackRows(part.packed);
  }
}
