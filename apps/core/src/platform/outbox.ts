import type { Context } from './context.ts';
import { newId } from './id.ts';
import { insertLater } from './insert-rows.sql.ts';

/**
 * What a dispatcher hands on: to a workflow by signal-with-start, or to a plugin's connection. A ticket that needs its
 * workflow only later is a kind of its own, and one of many that were changed together another, so that nothing urgent waits
 * behind them.
 */
export const outboxKinds = [
  'ticket',
  'ticket_later',
  'ticket_of_many',
  'notification',
  'notifier',
  'calendar',
  'field',
  'job',
  'trigger',
  'webhook',
  'plugin_command',
] as const;
export type OutboxKind = (typeof outboxKinds)[number];

/**
 * Leaves work for the dispatcher in the caller's transaction. `key` is the business id it belongs to; before `availableAt`
 * nobody takes it up.
 */
export async function enqueue(
  context: Context,
  work: { kind: OutboxKind; key: string; payload: Record<string, unknown>; availableAt?: Date },
): Promise<string> {
  const id = newId();
  const now = context.now();
  const { kind, key, availableAt = now } = work;
  const payload = JSON.stringify(work.payload);
  await insertLater(context, 'outbox', [{ id, kind, key, payload, createdAt: now, availableAt }]);
  return id;
}
