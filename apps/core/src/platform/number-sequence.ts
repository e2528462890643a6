import { sql } from 'kysely';
import type { Database } from '@handoff/prisma';
import type { Context } from './context.ts';

const largestBlock = 64;
/** A block that lasts no longer than this (ms) was too small. */
const busyMs = 500;

/** Numbers that this process has taken and not given out yet. */
interface Block {
  next: number;
  /** One behind the last. */
  end: number;
  size: number;
  takenAt: number;
}

const blocksOf = new WeakMap<Database, Map<string, Promise<Block>>>();

async function takeBlock(pool: Database, key: string, size: number): Promise<Block> {
  const result = await sql`
    INSERT INTO number_sequence (\`key\`, value) VALUES (${key}, LAST_INSERT_ID(${size}))
    ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + ${size})`.execute(pool);
  const end = Number(result.insertId ?? 0) + 1;
  return { next: end - size, end, size, takenAt: performance.now() };
}

/** One number at a time while there is time between them, more at once while many are asked for. */
const nextSize = ({ size, takenAt }: Block): number =>
  performance.now() - takenAt < busyMs ? Math.min(largestBlock, size * 2) : 1;

/**
 * Takes the next number of a named sequence, starting at 1. It is taken in the pool, outside the caller's transaction,
 * so that creators do not queue behind each other's commit; a rolled-back one leaves a gap, and so does a process that
 * ends under load with numbers left.
 */
export async function nextNumber({ pool }: Pick<Context, 'pool'>, key: string): Promise<number> {
  const blocks = blocksOf.get(pool) ?? new Map<string, Promise<Block>>();
  blocksOf.set(pool, blocks);
  for (;;) {
    const taken = blocks.get(key);
    const block = await taken;
    if (block && block.next < block.end) return block.next++;
    // Whoever waited for the same block finds the one that the first of them asked for.
    if (blocks.get(key) !== taken) continue;
    const asked = takeBlock(pool, key, block ? nextSize(block) : 1);
    blocks.set(key, asked);
    asked.catch(() => blocks.delete(key));
  }
}
