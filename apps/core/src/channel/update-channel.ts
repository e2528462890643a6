import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { recordEvent } from '../platform/event/event.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { wakeNotifier } from '../notifier/wake-notifier.ts';
import { setChannelActiveInput, updateChannelInput } from './channel-input.ts';
import { sealSettings } from './channel-settings.ts';
import { lockChannel } from './lock-channel.ts';
import type { ChannelStatus } from './report-channel-status.ts';
import { pluginOf } from './plugin-registry.ts';

/** Changes a channel's name or settings; an empty secret keeps the old one. Throws ValidationError, ConflictError, NotFoundError. */
export async function updateChannel(context: Context, input: z.input<typeof updateChannelInput>): Promise<string> {
  requirePermission(context.actor, 'channel.manage');
  const { channelId, expectedVersion, name, settings } = parseInput(updateChannelInput, input);
  return inTransaction(context, async (context) => {
    const channel = await lockChannel(context, channelId);
    if (channel.version !== expectedVersion) throw ConflictError.stale(channel.version);
    const sealed = settings && sealSettings(context, pluginOf(context, channel.pluginId), settings, channel.secrets);
    await context.db
      .updateTable('channel')
      .set({ ...sealed, name: name ?? channel.name, version: channel.version + 1, updatedAt: context.now() })
      .where('id', '=', channelId)
      .execute();
    const changes = { name, settings: settings && Object.keys(settings) };
    await recordAudit(context, { action: 'channel.update', subjectType: 'channel', subjectId: channelId, changes });
    await recordEvent(context, { kind: 'channel.updated', subjectType: 'channel', subjectId: channelId });
    // What waited while it was off, or behind settings that were wrong, goes on.
    if (channel.kind === 'notifier') await wakeNotifier(context, channelId);
    return channelId;
  });
}

/** A carrier is asked and a notifier sends when there is need; every other channel is connected at once. */
const beginning = (kind: string): ChannelStatus => (kind === 'carrier' || kind === 'notifier' ? 'ready' : 'connecting');

/** Switches a channel on or off; the worker connects it or lets it go within seconds. */
export async function setChannelActive(
  context: Context,
  input: z.input<typeof setChannelActiveInput>,
): Promise<string> {
  requirePermission(context.actor, 'channel.manage');
  const { channelId, isActive } = parseInput(setChannelActiveInput, input);
  return inTransaction(context, async (context) => {
    const channel = await lockChannel(context, channelId);
    if (channel.isActive === isActive) return channelId;
    await context.db
      .updateTable('channel')
      .set({
        isActive,
        status: isActive ? beginning(channel.kind) : 'off',
        version: channel.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', channelId)
      .execute();
    await recordAudit(context, {
      action: isActive ? 'channel.enable' : 'channel.disable',
      subjectType: 'channel',
      subjectId: channelId,
    });
    await recordEvent(context, { kind: 'channel.updated', subjectType: 'channel', subjectId: channelId });
    // What waited while it was off, or behind settings that were wrong, goes on.
    if (channel.kind === 'notifier') await wakeNotifier(context, channelId);
    return channelId;
  });
}
