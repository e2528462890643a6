import type { CarrierService } from '@handoff/plugin-sdk';
import { openSettings } from '../channel/channel-settings.ts';
import type { Context } from '../platform/context.ts';

/** A channel through which carriers are asked. */
export interface CarrierChannel {
  id: string;
  name: string;
  status: string;
  service: CarrierService;
  /** With the secret ones, for the plugin alone. */
  settings: () => Record<string, unknown>;
}

/** The active channels to carriers whose plugin is installed, in the order in which they were made. */
export async function carrierChannels(context: Context): Promise<CarrierChannel[]> {
  const rows = await context.db
    .selectFrom('channel')
    .selectAll()
    .where('kind', '=', 'carrier')
    .where('isActive', '=', true)
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.flatMap((row) => {
    const service = context.plugins?.get(row.pluginId)?.carrier;
    const { id, name, status } = row;
    return service ? [{ id, name, status, service, settings: () => openSettings(context, row) }] : [];
  });
}
