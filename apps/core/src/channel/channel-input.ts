import { z } from 'zod';
import { idOf } from '../platform/id.ts';

const name = z.string().trim().min(1).max(100);
const settings = z
  .record(z.string(), z.unknown())
  .meta({ description: 'By the keys of the plugin’s settings schema.' });

export const createChannelInput = z.object({ pluginId: z.string().max(60), name, settings });
export const updateChannelInput = z.object({
  channelId: idOf('Channel'),
  expectedVersion: z.int().min(1),
  name: name.optional(),
  settings: settings.optional(),
});
export const setChannelActiveInput = z.object({ channelId: idOf('Channel'), isActive: z.boolean() });
export const runPluginActionInput = z.object({
  channelId: idOf('Channel'),
  action: z.string().max(60),
  input: z.record(z.string(), z.unknown()),
});
