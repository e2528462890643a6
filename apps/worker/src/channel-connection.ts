import { PluginError, type Connection, type Plugin, type PluginHost } from '@handoff/plugin-sdk';
import type { PluginCommand } from '@handoff/core/channel/plugin-command';
import type { Lease } from '@handoff/core/platform/lease/lease';

/** Longer than this no command may take (ms); those behind it are waiting. */
const longestCommandMs = 30_000;

const tookTooLong = () =>
  new PluginError(
    'no_answer',
    {
      en: 'The telephone system did not answer in time. Look there whether this was carried out.',
      zh: '电话系统未及时应答，请在电话系统中确认操作是否已执行。',
    },
    false,
  );

/** A channel that this process has connected, and the lease that lets it. */
export interface HostedChannel {
  channelId: string;
  version: number;
  lease: Lease;
  /** Carries a command out after those before it. Rejects with what the plugin threw, or PluginError after half a minute. */
  execute(command: PluginCommand): Promise<void>;
  close(): Promise<void>;
}

/** Connects a channel through its plugin. Throws what the plugin throws. */
export async function connectChannel(options: {
  channelId: string;
  version: number;
  lease: Lease;
  plugin: Plugin;
  settings: Record<string, unknown>;
  host: PluginHost;
  abort: AbortController;
}): Promise<HostedChannel> {
  const { channelId, version, lease, plugin, settings, host, abort } = options;
  if (!plugin.connect) throw new Error(`the plugin ${plugin.id} holds no connection`);
  const connection: Connection = await plugin.connect(host, settings);
  let last: Promise<unknown> = Promise.resolve();

  const carryOut = async (command: PluginCommand): Promise<void> => {
    if (command.kind === 'call') return connection.send(command.command);
    await plugin.actions[command.action]?.run(host, settings, command.input, command.runId);
  };

  return {
    channelId,
    version,
    lease,
    execute(command) {
      const mine = last.then(() => inTime(carryOut(command)));
      last = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      abort.abort();
      await last;
      await connection.close();
    },
  };
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tookTooLong()), longestCommandMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
