import { createHash } from 'node:crypto';
import type { Context } from './context.ts';
import { ConflictError } from './errors.ts';
import { insertRows } from './insert-rows.sql.ts';
import { inTransaction, isDuplicateKey } from './transaction.ts';

/** How long a repeat is answered with the first result (ms). */
export const idempotencyMs = 24 * 60 * 60 * 1000;

const hashOf = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(input, (_key, value: unknown) => sortKeys(value)))
    .digest('hex');

const sortKeys = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

interface Repeatable {
  key: string;
  operation: string;
  input: unknown;
}

async function findFirstResult(
  context: Context,
  agentId: string,
  call: Repeatable,
): Promise<{ result: unknown; isOver: boolean } | null> {
  const first = await context.db
    .selectFrom('idempotencyKey')
    .select(['operation', 'inputHash', 'result', 'createdAt'])
    .where('agentId', '=', agentId)
    .where('key', '=', call.key)
    .executeTakeFirst();
  if (!first) return null;
  const isOver = context.now().getTime() - first.createdAt.getTime() > idempotencyMs;
  if (isOver) return { result: null, isOver };
  if (first.operation !== call.operation || first.inputHash !== hashOf(call.input)) {
    throw new ConflictError('idempotency_key_reused', {
      en: 'This idempotency key was used for another request. Use a new key for a new request.',
      zh: '该幂等键已用于其他请求，新请求请使用新的键。',
    });
  }
  return { result: first.result, isOver };
}

/**
 * Runs `work` once per caller and key: its effect and its result are committed together, and a repeat within
 * 24 hours gets the first result. A failed attempt leaves no trace, so it may be repeated.
 * Throws ConflictError if the key was used for another operation or input.
 */
export async function once<T>(context: Context, call: Repeatable, work: (context: Context) => Promise<T>): Promise<T> {
  const agentId = context.actor.agentId ?? '';
  const first = await findFirstResult(context, agentId, call);
  if (first && !first.isOver) return first.result as T;
  try {
    return await inTransaction(context, async (context) => {
      if (first) {
        await context.db
          .deleteFrom('idempotencyKey')
          .where('agentId', '=', agentId)
          .where('key', '=', call.key)
          .where('createdAt', '<', new Date(context.now().getTime() - idempotencyMs))
          .execute();
      }
      const { key, operation } = call;
      const claim = {
        agentId,
        key,
        operation,
        inputHash: hashOf(call.input),
        result: 'null',
        createdAt: context.now(),
      };
      await insertRows(context, 'idempotencyKey', [claim]);
      const result = await work(context);
      await context.db
        .updateTable('idempotencyKey')
        .set({ result: JSON.stringify(result) })
        .where('agentId', '=', agentId)
        .where('key', '=', call.key)
        .execute();
      return result;
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const concurrent = await findFirstResult(context, agentId, call);
    if (!concurrent || concurrent.isOver) throw error;
    return concurrent.result as T;
  }
}
