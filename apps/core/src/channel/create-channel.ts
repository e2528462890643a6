import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/event/event.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { createChannelInput } from './channel-input.ts';
import { sealSettings } from './channel-settings.ts';
import { pluginOf } from './plugin-registry.ts';

/** Sets an installed plugin up as a channel, switched off. Returns its id. Throws ValidationError, NotPermittedError. */
export async function createChannel(context: Context, input: z.input<typeof createChannelInput>): Promise<string> {
  requirePermission(context.actor, 'channel.manage');
  const { pluginId, name, settings } = parseInput(createChannelInput, input);
  const plugin = pluginOf(context, pluginId);
  const sealed = sealSettings(context, plugin, settings);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    await context.db
      .insertInto('channel')
      .values({
        ...sealed,
        id,
        pluginId,
        kind: plugin.kind,
        name,
        isActive: false,
        status: 'off',
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await recordAudit(context, {
      action: 'channel.create',
      subjectType: 'channel',
      subjectId: id,
      changes: { name, pluginId },
    });
    await recordEvent(context, { kind: 'channel.created', subjectType: 'channel', subjectId: id });
    return id;
  });
}
