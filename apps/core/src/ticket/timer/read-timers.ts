import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../../platform/context.ts';

export type StoredTimer = Pick<
  Selectable<DB['ticketTimer']>,
  'ticketId' | 'key' | 'kind' | 'fireAt' | 'payload' | 'settledAt'
>;

/** The timers of tickets that run or are paused: one query, however many tickets. */
export const readTimers = (context: Pick<Context, 'db'>, ticketIds: readonly string[]): Promise<StoredTimer[]> =>
  context.db
    .selectFrom('ticketTimer')
    .select(['ticketId', 'key', 'kind', 'fireAt', 'payload', 'settledAt'])
    .where('ticketId', 'in', ticketIds)
    .where((eb) => eb.or([eb('settledAt', 'is', null), eb('outcome', '=', 'paused')]))
    .execute();
