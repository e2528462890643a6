import { trackingStateSchema, type CarrierChoice, type TrackingEvent } from '@handoff/plugin-sdk';
import type { Answers } from '../form/answers.ts';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { TooManyAttemptsError } from '../identity/sign-in/login-limit.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { carrierChannels, type CarrierChannel } from './carrier-channels.ts';
import { courierNumbersOf, type CourierNumber } from './courier-numbers.ts';
import type { CarrierFault } from './kept-tracking.ts';
import { trackCourier, trackCourierInput, type CourierStory } from './track-courier.ts';

const TrackingState = enumOf('TrackingState', trackingStateSchema, 'Where a parcel is.');

const CourierNumberType = builder.objectRef<CourierNumber>('CourierNumber').implement({
  description: "A parcel that one of a ticket's fields names.",
  fields: (t) => ({
    field: t.exposeString('field'),
    label: t.field({ type: LocalizedTextType, resolve: ({ label }) => label }),
    number: t.exposeString('number'),
  }),
});

builder.objectField(Ticket, 'courierNumbers', (t) =>
  t.field({
    type: [CourierNumberType],
    description: 'The parcels that its courier-number fields name; trackCourier tells where they are.',
    resolve: async (ticket, _args, context) =>
      courierNumbersOf((await loadVersion(context, ticket.versionId)).definition.form, ticket.answers as Answers),
  }),
);

interface Carrier extends CarrierChoice {
  channel: CarrierChannel;
}

const CarrierType = builder.objectRef<Carrier>('Carrier').implement({
  description: 'A carrier that can be asked, and the channel through which.',
  fields: (t) => ({
    key: t.exposeString('key'),
    name: t.field({ type: LocalizedTextType, resolve: ({ name }) => name }),
    channelId: t.id({ resolve: ({ channel }) => toGlobalId('Channel', channel.id) }),
    channelName: t.string({ resolve: ({ channel }) => channel.name }),
  }),
});

builder.queryField('carriers', (t) =>
  t.field({
    type: [CarrierType],
    description: 'The carriers that can be chosen where a number does not tell its own.',
    resolve: async (_root, _args, context) =>
      context.actor.kind === 'anonymous'
        ? []
        : (await carrierChannels(context)).flatMap((channel) =>
            channel.service.carriers.map((carrier) => ({ ...carrier, channel })),
          ),
  }),
);

const CourierEvent = builder.objectRef<TrackingEvent>('CourierEvent').implement({
  description: 'One thing that happened to a parcel.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    text: t.exposeString('text', { description: "In the carrier's words." }),
    place: t.exposeString('place', { nullable: true }),
  }),
});

const CarrierFaultType = builder.objectRef<CarrierFault>('CarrierFault').implement({
  description: 'Why a carrier told nothing new.',
  fields: (t) => ({
    code: t.exposeString('code'),
    words: t.field({ type: LocalizedTextType, resolve: ({ text }) => text }),
    isRetryable: t.exposeBoolean('isRetryable'),
  }),
});

interface ShownStory extends CourierStory {
  carrierName: LocalizedText | null;
}

const CourierTracking = builder.objectRef<ShownStory>('CourierTracking').implement({
  description: 'Where a parcel is, newest event first.',
  fields: (t) => ({
    number: t.exposeString('number'),
    carrier: t.exposeString('carrier', { nullable: true }),
    carrierName: t.expose('carrierName', { type: LocalizedTextType, nullable: true }),
    state: t.field({ type: TrackingState, nullable: true, resolve: (story) => story.state }),
    events: t.field({ type: [CourierEvent], resolve: (story) => story.events }),
    fetchedAt: t.expose('fetchedAt', { type: 'DateTime', nullable: true, description: 'When the carrier told it.' }),
    fault: t.field({ type: CarrierFaultType, nullable: true, resolve: (story) => story.fault }),
  }),
});

defineMutation({
  name: 'trackCourier',
  description:
    'Where a parcel of a ticket is: as the carrier told it within the last half hour, else as it tells it now. A refusal comes with what was known before.',
  input: trackCourierInput,
  errors: [TooManyAttemptsError],
  isUnrepeatable: true,
  run: async (context, input) => {
    const story = await trackCourier(context, input);
    const channels = await carrierChannels(context);
    const names = channels.filter(({ id }) => id === story.channelId).flatMap(({ service }) => service.carriers);
    return { ...story, carrierName: names.find(({ key }) => key === story.carrier)?.name ?? null };
  },
  fields: (t) => ({ tracking: t.field({ type: CourierTracking, resolve: (story) => story }) }),
});
