import { PluginError, type NotifierMessage } from '@handoff/plugin-sdk';
import type { ChannelStatus } from '../channel/report-channel-status.ts';
import { reportChannelStatus } from '../channel/report-channel-status.ts';
import type { Context } from '../platform/context.ts';
import { notifierHost } from '../platform/outgoing/outgoing-host.ts';
import type { DeliveryFault } from './delivery-fault.ts';
import type { NotifierChannel } from './notifier-channels.ts';

/** What came of an attempt. `again` may succeed later, after the wait that the vendor asks for. */
export type Outcome =
  | { kind: 'sent' }
  | { kind: 'again'; fault: DeliveryFault; waitSeconds: number }
  | { kind: 'refused'; fault: DeliveryFault };

/** No plugin may take longer for a message (ms). */
const longestMs = 30_000;

const unexpected = (error: unknown): DeliveryFault => ({
  code: 'unexpected',
  text: {
    en: `The channel's plugin failed (${error instanceof Error ? error.name : 'unknown'}). Look at the channel's settings.`,
    zh: `渠道插件出错（${error instanceof Error ? error.name : '未知'}），请检查渠道设置。`,
  },
});

const tookTooLong = new PluginError(
  'too_slow',
  { en: 'The service took too long to answer.', zh: '对方服务响应超时。' },
  true,
);

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof PluginError)) return { kind: 'again', fault: unexpected(error), waitSeconds: 0 };
  const { code, text, isRetryable, retryAfterSeconds } = error;
  const fault = { code, text };
  return isRetryable ? { kind: 'again', fault, waitSeconds: retryAfterSeconds ?? 0 } : { kind: 'refused', fault };
}

/** What a refusal of one recipient says of the channel: nothing. Codes of plugins that begin so are about the recipient. */
const isAboutRecipient = ({ code }: DeliveryFault): boolean => code.startsWith('recipient_');

async function tellStatus(context: Context, channel: NotifierChannel, outcome: Outcome): Promise<void> {
  const { kind } = outcome;
  if (kind === 'refused' && isAboutRecipient(outcome.fault)) return;
  const status: ChannelStatus = kind === 'sent' ? 'connected' : kind === 'again' ? 'reconnecting' : 'failed';
  if (!channel.isActive || channel.status === status) return;
  const detail = kind === 'sent' ? undefined : outcome.fault.text[context.locale];
  await reportChannelStatus(context, channel.id, status, detail);
  channel.status = status;
}

/** Hands a message to the channel's plugin once, and says at the channel how it is. Throws nothing of the plugin's. */
export async function attempt(context: Context, channel: NotifierChannel, message: NotifierMessage): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tookTooLong), longestMs);
  });
  const outcome = await Promise.race([
    channel.service.send(notifierHost(context), channel.settings(), message).then((): Outcome => ({ kind: 'sent' })),
    late,
  ]).catch(outcomeOf);
  clearTimeout(timer);
  await tellStatus(context, channel, outcome);
  return outcome;
}
