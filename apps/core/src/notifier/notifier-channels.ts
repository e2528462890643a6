import type { NotifierService, Plugin } from '@handoff/plugin-sdk';
import { openSettings } from '../channel/channel-settings.ts';
import type { ChannelRow } from '../channel/lock-channel.ts';
import type { Context } from '../platform/context.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';

/** A channel over which notifications leave the product. */
export interface NotifierChannel {
  id: string;
  name: string;
  isActive: boolean;
  status: string;
  plugin: Plugin;
  service: NotifierService;
  /** With the secret ones, for the plugin alone. */
  settings: () => Record<string, unknown>;
}

/** More than anybody sets up; each is asked for every notification. */
export const mostChannels = 50;

/** A channel as what it can do; null for one of another kind or whose plugin is not installed. */
export function asNotifier(context: Context, row: ChannelRow): NotifierChannel | null {
  const plugin = context.plugins?.get(row.pluginId);
  if (!plugin?.notifier) return null;
  const { id, name, isActive, status } = row;
  return { id, name, isActive, status, plugin, service: plugin.notifier, settings: () => openSettings(context, row) };
}

/** The channels over which notifications may leave, switched on or not, in the order in which they were made. */
export async function notifierChannels(context: Context): Promise<NotifierChannel[]> {
  const rows = await keepForAMoment(context.pool, 'notifier-channels', () =>
    context.pool
      .selectFrom('channel')
      .selectAll()
      .where('kind', '=', 'notifier')
      .orderBy('id')
      .limit(mostChannels)
      .execute(),
  );
  return rows.flatMap((row) => asNotifier(context, row) ?? []);
}

/** One of them as it is now; null where there is no such channel, or its plugin is gone. */
export async function findNotifierChannel(context: Context, channelId: string): Promise<NotifierChannel | null> {
  const row = await context.db.selectFrom('channel').selectAll().where('id', '=', channelId).executeTakeFirst();
  return row ? asNotifier(context, row) : null;
}
