import { PluginError, type CarrierHost, type CarrierService } from '@handoff/plugin-sdk';
import { openSettings } from '../channel/channel-settings.ts';
import { callOutside } from '../platform/outgoing/call-outside.ts';
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

const noLog = (): void => undefined;

const unreachable = (cause: unknown): PluginError =>
  new PluginError(
    'unreachable',
    {
      en: `The carrier's service does not answer (${cause instanceof Error ? cause.message : String(cause)}).`,
      zh: `物流服务没有响应（${cause instanceof Error ? cause.message : String(cause)}）。`,
    },
    true,
  );

/** What a carrier plugin is given: the guarded way out. */
export const carrierHost = (context: Context): CarrierHost => ({
  request: (request) =>
    callOutside(context.outgoing ?? { allowedInternalAddresses: [] }, request).catch((error: unknown) => {
      throw unreachable(error);
    }),
  log: { info: noLog, warn: noLog, error: noLog },
  now: context.now,
});
