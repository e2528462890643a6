import { callCommandSchema } from '@handoff/plugin-sdk';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { enqueue } from '../platform/outbox.ts';

/** What stands in the outbox for a plugin: a command for its connection, or one of its actions with its input. */
export const pluginCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), command: callCommandSchema }),
  z.object({
    kind: z.literal('action'),
    action: z.string(),
    input: z.record(z.string(), z.unknown()),
    runId: z.string(),
  }),
]);
export type PluginCommand = z.infer<typeof pluginCommandSchema>;

/** Leaves a command for the channel's connection, which carries commands out in order. */
export async function sendToPlugin(context: Context, channelId: string, command: PluginCommand): Promise<void> {
  await enqueue(context, { kind: 'plugin_command', key: channelId, payload: command });
}
