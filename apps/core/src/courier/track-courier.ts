import { PluginError } from '@handoff/plugin-sdk';
import { z } from 'zod';
import { reportChannelStatus } from '../channel/report-channel-status.ts';
import { requireAgent } from '../identity/actor.ts';
import { countAttempt } from '../identity/sign-in/login-limit.ts';
import type { Answers } from '../form/answers.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { idOf } from '../platform/id.ts';
import { outgoingHost } from '../platform/outgoing/outgoing-host.ts';
import { parseInput } from '../platform/parse-input.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { loadVisibleTickets } from '../ticket/ticket-access.ts';
import { carrierChannels, type CarrierChannel } from './carrier-channels.ts';
import { courierNumbersOf } from './courier-numbers.ts';
import { keepFault, keepTracking, readKept, type CarrierFault, type KeptTracking } from './kept-tracking.ts';

export const trackCourierInput = z.object({
  ticketId: idOf('Ticket'),
  number: z.string().min(1).max(60).meta({ description: "One of the ticket's courierNumbers." }),
  channelId: idOf('Channel').nullish().meta({ node: 'Channel', description: 'Together with `carrier`.' }),
  carrier: z.string().max(40).nullish().meta({
    description: 'A key of `carriers`. Without one it is told from the number, or that of the last time is taken.',
  }),
  isFresh: z.boolean().default(false).meta({ description: 'Asks again where the last answer is older than a minute.' }),
});

/** What a person is shown: what is known, and why nothing newer is. */
export type CourierStory = Omit<KeptTracking, 'carrier' | 'channelId'> & {
  number: string;
  channelId: string | null;
  carrier: string | null;
};

const minuteMs = 60 * 1000;
/** How long an answer holds: carriers ask not to be asked for the same number all the time. */
const keptMs = 30 * minuteMs;
const keptEndedMs = 24 * 60 * minuteMs;
const ended: readonly (string | null)[] = ['delivered', 'returned'];
const perAgent = { name: 'courier', points: 30, seconds: 60 };

const faultOf = (error: unknown): CarrierFault => {
  if (!(error instanceof PluginError)) throw error;
  return { code: error.code, text: error.text, isRetryable: error.isRetryable };
};

function holds(kept: KeptTracking | undefined, isFresh: boolean, now: Date): kept is KeptTracking {
  if (!kept) return false;
  const age = now.getTime() - kept.askedAt.getTime();
  if (isFresh || kept.fault) return age < minuteMs;
  return age < (ended.includes(kept.state) ? keptEndedMs : keptMs);
}

interface Choice {
  channel: CarrierChannel;
  carrier: string;
}

const noChannel = (): ConflictError =>
  new ConflictError('no_carrier_channel', {
    en: 'No courier service is set up. An administrator can add one under Channels.',
    zh: '尚未配置物流服务，可由管理员在渠道中添加。',
  });

const unknownCarrier: CarrierFault = {
  code: 'carrier_unknown',
  text: {
    en: 'The number does not tell which carrier it is of. Choose the carrier.',
    zh: '无法根据单号识别物流公司，请手动选择。',
  },
  isRetryable: false,
};

/** Asks the channels one after the other of which carrier a number is. Throws PluginError if none knows and one failed. */
async function detect(context: Context, channels: readonly CarrierChannel[], number: string): Promise<Choice | null> {
  let failure: Error | null = null;
  for (const channel of channels) {
    try {
      const [carrier] = await channel.service.detect(outgoingHost(context), channel.settings(), number);
      if (carrier) return { channel, carrier };
    } catch (error) {
      if (!(error instanceof PluginError)) throw error;
      failure = error;
    }
  }
  if (failure) throw failure;
  return null;
}

async function ask(
  context: Context,
  { channel, carrier }: Choice,
  number: string,
  phone: string | null,
): Promise<void> {
  const asked = { number, channelId: channel.id, carrier };
  try {
    const request = { number, carrier, phone: phone?.replace(/\D/g, '') || null };
    const tracking = await channel.service.track(outgoingHost(context), channel.settings(), request);
    await keepTracking(context, asked, tracking);
    if (channel.status !== 'connected') await reportChannelStatus(context, channel.id, 'connected');
  } catch (error) {
    const fault = faultOf(error);
    await keepFault(context, asked, fault);
    if (fault.code === 'unreachable') await reportChannelStatus(context, channel.id, 'reconnecting', fault.text.en);
  }
}

/**
 * Where a parcel of a ticket is. A carrier's answer is kept for half an hour, of what has arrived for a day, a refusal for
 * a minute; a refusal stands beside what was known before. Throws NotFoundError for a ticket out of scope or a number
 * that it does not hold, ConflictError if no carrier can be asked at all, TooManyAttemptsError.
 */
export async function trackCourier(context: Context, input: z.input<typeof trackCourierInput>): Promise<CourierStory> {
  const { ticketId, number, carrier, channelId, isFresh } = parseInput(trackCourierInput, input);
  const agentId = requireAgent(context.actor);
  const [ticket] = await loadVisibleTickets(context, [ticketId]);
  if (!ticket) throw new NotFoundError('ticket');
  const { definition } = await loadVersion(context, ticket.versionId);
  const numbers = courierNumbersOf(definition.form, ticket.answers as Answers);
  if (!numbers.some((each) => each.number === number)) throw new NotFoundError('courier number');
  const channels = await carrierChannels(context);
  if (channels.length === 0) throw noChannel();

  const known = (await readKept(context, number)).filter((each) => channels.some(({ id }) => id === each.channelId));
  const wanted = carrier
    ? known.find((each) => each.carrier === carrier && (!channelId || each.channelId === channelId))
    : known[0];
  if (holds(wanted, isFresh, context.now())) return { ...wanted, number };

  await countAttempt(context.pool, perAgent, agentId, context.now());
  const nothing = {
    number,
    channelId: null,
    carrier: null,
    state: null,
    events: [],
    fetchedAt: null,
    askedAt: context.now(),
  };
  const choice = await choose(context, channels, { number, carrier, channelId, wanted }).catch(faultOf);
  if (choice === null) return { ...nothing, fault: unknownCarrier };
  if ('code' in choice) return { ...nothing, fault: choice };
  await ask(context, choice, number, ticket.contactPhone);
  const [story] = (await readKept(context, number)).filter(
    (each) => each.channelId === choice.channel.id && each.carrier === choice.carrier,
  );
  return story ? { ...story, number } : { ...nothing, fault: unknownCarrier };
}

/** The carrier that was chosen, that of the last time, or that which the number tells. */
async function choose(
  context: Context,
  channels: readonly CarrierChannel[],
  asked: { number: string; carrier?: string | null; channelId?: string | null; wanted: KeptTracking | undefined },
): Promise<Choice | null> {
  const { number, carrier, channelId, wanted } = asked;
  if (carrier) {
    const channel = channels.find(
      ({ id, service }) => (!channelId || id === channelId) && service.carriers.some(({ key }) => key === carrier),
    );
    if (!channel) throw new NotFoundError('carrier');
    return { channel, carrier };
  }
  const before = wanted && channels.find(({ id }) => id === wanted.channelId);
  return before && wanted ? { channel: before, carrier: wanted.carrier } : detect(context, channels, number);
}
