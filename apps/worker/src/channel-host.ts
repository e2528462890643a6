import { PluginError } from '@handoff/plugin-sdk';
import { failCommand, failStrandedCommands } from '@handoff/core/channel/fail-command';
import { openSettings } from '@handoff/core/channel/channel-settings';
import { pluginCommandSchema, type PluginCommand } from '@handoff/core/channel/plugin-command';
import { reportChannelStatus } from '@handoff/core/channel/report-channel-status';
import type { Context } from '@handoff/core/platform/context';
import { DomainError } from '@handoff/core/platform/errors';
import { acquireLease, releaseLease, renewLease } from '@handoff/core/platform/lease/lease';
import { endWrapUps } from '@handoff/core/presence/end-wrap-ups';
import { missRingingCalls } from '@handoff/core/telephony/queue/miss-ringing-calls';
import { offerWaitingCalls } from '@handoff/core/telephony/queue/offer-waiting-calls';
import type { Logger } from 'pino';
import { connectChannel, type HostedChannel } from './channel-connection.ts';
import { createPluginHost } from './plugin-host.ts';

/** Another process takes a channel over this long after its holder fell silent (s). */
const leaseSeconds = 6;
const tickMs = 1_000;

/** The lease went to another process between claiming a command and carrying it out; the dispatcher tries it again. */
export class ChannelNotHereError extends Error {
  readonly isRetryable = true;
  constructor(channelId: string) {
    super(`channel ${channelId} is not connected by this process`);
  }
}

export interface ChannelHost {
  /** The channels whose commands this process may take: those that it has connected. */
  channelIds: () => readonly string[];
  /**
   * Has the plugin of the row's channel carry a command out, in order. Rejects if it has to be tried again; what can
   * never succeed is told to the agent and counts as done.
   */
  deliver: (row: { id: string; key: string; payload: unknown }) => Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

type FinalError = PluginError | DomainError;

const isFinal = (error: unknown): error is FinalError =>
  (error instanceof PluginError || error instanceof DomainError) && !error.isRetryable;

/** Holds the connections of the active channels, each in one process at a time under a lease. */
export function createChannelHost(options: { systemContext: () => Context; holder: string; log: Logger }): ChannelHost {
  const { systemContext, holder, log } = options;
  const hosted = new Map<string, HostedChannel>();
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> = Promise.resolve();
  let isStopping = false;

  const connect = async (channelId: string): Promise<void> => {
    const context = systemContext();
    const lease = await acquireLease(context.db, `channel:${channelId}`, holder, leaseSeconds);
    if (!lease) return;
    const channel = await context.db
      .selectFrom('channel')
      .selectAll()
      .where('id', '=', channelId)
      .executeTakeFirstOrThrow();
    const plugin = context.plugins?.get(channel.pluginId);
    const abort = new AbortController();
    try {
      if (!plugin) throw new Error(`the plugin ${channel.pluginId} is not installed`);
      const host = createPluginHost({
        channelId,
        systemContext,
        log: log.child({ channelId, pluginId: plugin.id, fencingToken: lease.token }),
        signal: abort.signal,
      });
      const settings = openSettings(context, channel);
      hosted.set(
        channelId,
        await connectChannel({ channelId, version: channel.version, lease, plugin, settings, host, abort }),
      );
    } catch (error) {
      abort.abort();
      log.error({ err: error, channelId }, 'a channel could not be connected');
      await reportChannelStatus(context, channelId, 'failed', error instanceof Error ? error.message : String(error));
      await releaseLease(context.db, lease);
    }
  };

  const disconnect = async (channel: HostedChannel): Promise<void> => {
    hosted.delete(channel.channelId);
    await channel.close().catch((error: unknown) => log.warn({ err: error }, 'a channel did not close cleanly'));
    await releaseLease(systemContext().db, channel.lease);
  };

  const keepChannels = async (): Promise<void> => {
    const { db } = systemContext();
    const active = await db
      .selectFrom('channel')
      .select(['id', 'version'])
      .where('kind', '=', 'telephony')
      .where('isActive', '=', true)
      .execute();
    const versions = new Map(active.map((channel) => [channel.id, channel.version]));
    for (const channel of [...hosted.values()]) {
      const isWanted = versions.get(channel.channelId) === channel.version;
      if (!isWanted || !(await renewLease(db, channel.lease, leaseSeconds))) await disconnect(channel);
    }
    for (const { id } of active) if (!hosted.has(id)) await connect(id);
  };

  const tick = async (): Promise<void> => {
    try {
      await keepChannels();
      await failStrandedCommands(systemContext());
      await missRingingCalls(systemContext());
      await endWrapUps(systemContext());
      await offerWaitingCalls(systemContext());
    } catch (error) {
      log.warn({ err: error }, 'the channels could not be looked after');
    }
    if (!isStopping) timer = setTimeout(start, tickMs);
  };

  const start = (): void => {
    ticking = tick();
  };

  const giveUp = async (channelId: string, command: PluginCommand, error: FinalError): Promise<void> => {
    log.error({ err: error, channelId, command: command.kind }, 'a plugin cannot carry a command out');
    await failCommand(systemContext(), channelId, command, { code: error.code, text: error.text });
  };

  return {
    channelIds: () => [...hosted.keys()],
    async deliver({ key: channelId, payload }) {
      const channel = hosted.get(channelId);
      if (!channel) throw new ChannelNotHereError(channelId);
      const isHeld = await renewLease(systemContext().db, channel.lease, leaseSeconds);
      if (!isHeld) throw new ChannelNotHereError(channelId);
      const command = pluginCommandSchema.parse(payload);
      try {
        await channel.execute(command);
      } catch (error) {
        if (!isFinal(error)) throw error;
        await giveUp(channelId, command, error);
      }
    },
    start,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await ticking;
      for (const channel of [...hosted.values()]) await disconnect(channel);
    },
  };
}
