import { z } from 'zod';
import { Channel } from '../channel/channel.graphql.ts';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { TooManyAttemptsError } from '../identity/sign-in/login-limit.ts';
import { NotificationDelivery } from './delivery.graphql.ts';
import { deliveryFault, type DeliveryFault } from './delivery-fault.ts';
import { loadRules, type KeptRule } from './load-rules.ts';
import {
  retryNotificationDeliveryInput,
  sendTestNotificationInput,
  setNotificationRulesInput,
} from './notifier-input.ts';
import { notifierChannels, type NotifierChannel } from './notifier-channels.ts';
import { retryDelivery } from './retry-delivery.ts';
import { sendTest } from './send-test.ts';
import { setNotificationRules } from './set-notification-rules.ts';

const AudienceType = enumOf(
  'NotifierAudience',
  z.enum(['person', 'group']),
  'PERSON: each message is for one person. GROUP: many read it, and those whom it concerns are named in it.',
);

const NotifierChannelType = builder.objectRef<NotifierChannel>('NotifierChannel').implement({
  description: 'A channel over which notifications may leave the product.',
  fields: (t) => ({
    id: t.id({ description: 'That of the Channel.', resolve: ({ id }) => toGlobalId('Channel', id) }),
    name: t.exposeString('name'),
    pluginName: t.field({ type: LocalizedTextType, resolve: ({ plugin }) => plugin.name }),
    audience: t.field({ type: AudienceType, resolve: ({ service }) => service.audience }),
    isActive: t.exposeBoolean('isActive'),
  }),
});

const NotificationRuleType = builder.objectRef<KeptRule>('NotificationRule').implement({
  description: 'Where a kind of notification goes beside the product itself.',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'Such as ticket.sla_breached; job.changed stands for what a bulk change did.',
    }),
    channelIds: t.idList({ resolve: ({ channelIds }) => channelIds.map((id) => toGlobalId('Channel', id)) }),
    passesQuietHours: t.exposeBoolean('passesQuietHours', { description: 'Goes out also in quiet hours, at once.' }),
    mergeMinutes: t.exposeInt('mergeMinutes', {
      description: 'How long repeats about a record are gathered into one message; 0 for not at all.',
    }),
    version: t.exposeInt('version', { description: 'Give it back as expectedVersion; 0 for a rule never changed.' }),
  }),
});

builder.queryFields((t) => ({
  notifierChannels: t.field({
    type: [NotifierChannelType],
    description: 'Over which channels notifications may leave; names alone, so that everybody can choose among them.',
    resolve: (_root, _args, context) => (context.actor.kind === 'anonymous' ? [] : notifierChannels(context)),
  }),
  notificationRules: t.field({
    type: [NotificationRuleType],
    description:
      'What the company has set for each kind; a person may choose otherwise in the preference `notifications`.',
    resolve: (_root, _args, context) => (context.actor.kind === 'anonymous' ? [] : loadRules(context)),
  }),
}));

defineMutation({
  name: 'setNotificationRules',
  description: 'Sets over which channels kinds of notifications leave, all together. Needs channel.manage.',
  input: setNotificationRulesInput,
  run: async (context, input) => {
    await setNotificationRules(context, input);
    return { isSet: true };
  },
  fields: (t) => ({
    rules: t.field({ type: [NotificationRuleType], resolve: (_result, _args, context) => loadRules(context) }),
  }),
});

defineMutation({
  name: 'retryNotificationDelivery',
  description: 'Has a delivery that was not sent tried again now. Needs channel.manage.',
  input: retryNotificationDeliveryInput,
  run: async (context, input) => ({ deliveryId: await retryDelivery(context, input) }),
  fields: (t) => ({
    delivery: t.field({ type: NotificationDelivery, nullable: true, resolve: ({ deliveryId }) => deliveryId }),
  }),
});

const DeliveryFaultType = builder.objectRef<DeliveryFault>('DeliveryFault').implement({
  description: 'Why a message was not sent, or not yet.',
  fields: (t) => ({
    code: t.exposeString('code'),
    words: t.field({ type: LocalizedTextType, resolve: ({ text }) => text }),
  }),
});

builder.objectField(NotificationDelivery, 'fault', (t) =>
  t.field({
    type: DeliveryFaultType,
    nullable: true,
    description: 'Of the last attempt.',
    resolve: ({ fault }) => deliveryFault.nullable().catch(null).parse(fault),
  }),
);

builder.objectField(NotificationDelivery, 'channel', (t) =>
  t.field({ type: Channel, nullable: true, resolve: ({ channelId }) => channelId }),
);

defineMutation({
  name: 'sendTestNotification',
  description:
    'Sends a test message over a channel to the viewer, at once. A refusal is in `fault`, in words. Needs channel.manage.',
  input: sendTestNotificationInput,
  errors: [TooManyAttemptsError],
  isUnrepeatable: true,
  run: sendTest,
  fields: (t) => ({
    fault: t.field({ type: DeliveryFaultType, nullable: true, resolve: ({ fault }) => fault }),
    delivery: t.field({ type: NotificationDelivery, nullable: true, resolve: ({ deliveryId }) => deliveryId }),
  }),
});
