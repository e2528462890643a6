import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../platform/context.ts';
import { NotFoundError } from '../platform/errors.ts';

export type ChannelRow = Selectable<DB['channel']>;

/** Locks a channel until the transaction ends. Throws NotFoundError. */
export async function lockChannel(context: Context, channelId: string): Promise<ChannelRow> {
  const channel = await context.db
    .selectFrom('channel')
    .selectAll()
    .where('id', '=', channelId)
    .forUpdate()
    .executeTakeFirst();
  if (!channel) throw new NotFoundError('channel');
  return channel;
}
