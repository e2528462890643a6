import { formSchema, secretKeys, type Action, type Plugin } from '@handoff/plugin-sdk';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { may } from '../identity/actor.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import {
  createChannelInput,
  runPluginActionInput,
  setChannelActiveInput,
  updateChannelInput,
} from './channel-input.ts';
import { openSecrets } from './channel-settings.ts';
import type { CommandFault } from './command-fault.ts';
import { createChannel } from './create-channel.ts';
import type { ChannelRow } from './lock-channel.ts';
import { runPluginAction } from './run-plugin-action.ts';
import { setChannelActive, updateChannel } from './update-channel.ts';

const PluginAction = builder.objectRef<Action & { key: string }>('PluginAction').implement({
  description: 'Something that a plugin can be told to do.',
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.field({ type: LocalizedTextType, resolve: (action) => action.title }),
    description: t.field({ type: LocalizedTextType, resolve: (action) => action.description }),
    inputSchema: t.field({
      type: 'JSON',
      description: 'JSON Schema of its input; the title of each field is in both languages.',
      resolve: (action) => formSchema(action.input),
    }),
  }),
});

const PluginType = builder.objectRef<Plugin>('Plugin').implement({
  description: 'An installed plugin. A channel is a plugin with its settings.',
  fields: (t) => ({
    id: t.exposeString('id'),
    kind: t.exposeString('kind'),
    name: t.field({ type: LocalizedTextType, resolve: (plugin) => plugin.name }),
    capabilities: t.stringList({ resolve: (plugin) => [...plugin.capabilities] }),
    settingsSchema: t.field({
      type: 'JSON',
      description: 'JSON Schema of its settings; fields with `secret` are never given back.',
      resolve: (plugin) => formSchema(plugin.config),
    }),
    actions: t.field({
      type: [PluginAction],
      resolve: (plugin) => Object.entries(plugin.actions).map(([key, action]) => ({ ...action, key })),
    }),
  }),
});

interface FailedCommand extends CommandFault {
  id: string;
  at: Date;
  action: string;
  runId: string;
}

const FailedAction = builder.objectRef<FailedCommand>('FailedAction').implement({
  description: 'An action of a plugin that was not carried out.',
  fields: (t) => ({
    action: t.exposeString('action'),
    runId: t.exposeString('runId'),
    at: t.expose('at', { type: 'DateTime' }),
    code: t.exposeString('code', { description: "channel_off, channel_unreachable, or the plugin's own." }),
    message: t.string({ resolve: ({ text }, _args, { locale }) => text[locale] }),
  }),
});

export const Channel = recordType<ChannelRow>('Channel', async (context, ids) => {
  if (!may(context.actor, 'channel.manage')) return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('channel').selectAll().where('id', 'in', ids).execute());
});

Channel.implement({
  description: 'An installed plugin with its settings.',
  fields: (t) => ({
    name: t.exposeString('name'),
    kind: t.exposeString('kind'),
    plugin: t.field({
      type: PluginType,
      nullable: true,
      description: 'Null if the plugin is not installed any more.',
      resolve: (channel, _args, { plugins }) => plugins?.get(channel.pluginId) ?? null,
    }),
    isActive: t.exposeBoolean('isActive'),
    settings: t.expose('settings', { type: 'JSON', description: 'Without the secret ones.' }),
    secretsSet: t.stringList({
      description: 'The keys of the secret settings that have a value.',
      resolve: (channel, _args, context) => {
        const plugin = context.plugins?.get(channel.pluginId);
        const known = openSecrets(context, channel.secrets);
        return plugin ? secretKeys(plugin.config).filter((key) => key in known) : [];
      },
    }),
    status: t.exposeString('status', {
      description: 'off, ready (asked when needed), connecting, connected, reconnecting or failed.',
    }),
    statusDetail: t.exposeString('statusDetail', { nullable: true }),
    statusAt: t.expose('statusAt', { type: 'DateTime', nullable: true }),
    failedActions: t.field({
      type: [FailedAction],
      description: 'The last ten that were not carried out, newest first.',
      resolve: async (channel, _args, { db }) => {
        const rows = await db
          .selectFrom('event')
          .select(['id', 'at', 'payload'])
          .where('subjectId', '=', channel.id)
          .where('kind', '=', 'channel.command_failed')
          .orderBy('id', 'desc')
          .limit(10)
          .execute();
        return rows.map(({ payload, ...row }) => ({ ...(payload as Omit<FailedCommand, 'id' | 'at'>), ...row }));
      },
    }),
    version: t.exposeInt('version', { description: 'Give it back as expectedVersion when you change the channel.' }),
  }),
});

builder.queryFields((t) => ({
  plugins: t.field({
    type: [PluginType],
    description: 'The installed plugins. Needs channel.manage.',
    resolve: (_root, _args, { actor, plugins }) =>
      may(actor, 'channel.manage') && plugins ? [...plugins.values()] : [],
  }),
  channels: t.field({
    type: [Channel],
    description: 'Needs channel.manage.',
    resolve: async (_root, _args, context) => {
      if (!may(context.actor, 'channel.manage')) return [];
      return context.db.selectFrom('channel').selectAll().orderBy('id').execute();
    },
  }),
}));

defineMutation({
  name: 'createChannel',
  description: 'Sets a plugin up as a channel, switched off. Needs channel.manage.',
  input: createChannelInput,
  run: async (context, input) => ({ channelId: await createChannel(context, input) }),
  fields: (t) => ({ channel: t.field({ type: Channel, nullable: true, resolve: (result) => result.channelId }) }),
});

defineMutation({
  name: 'updateChannel',
  description: 'Changes a channel; an empty secret keeps the old one. Needs channel.manage.',
  input: updateChannelInput,
  run: async (context, input) => ({ channelId: await updateChannel(context, input) }),
  fields: (t) => ({ channel: t.field({ type: Channel, nullable: true, resolve: (result) => result.channelId }) }),
});

defineMutation({
  name: 'setChannelActive',
  description: 'Switches a channel on or off. Needs channel.manage.',
  input: setChannelActiveInput,
  run: async (context, input) => ({ channelId: await setChannelActive(context, input) }),
  fields: (t) => ({ channel: t.field({ type: Channel, nullable: true, resolve: (result) => result.channelId }) }),
});

defineMutation({
  name: 'runPluginAction',
  description: 'Has a plugin run one of its actions. Needs channel.manage.',
  input: runPluginActionInput,
  run: async (context, input) => ({ runId: await runPluginAction(context, input) }),
  fields: (t) => ({
    runId: t.exposeString('runId', { description: "The simulator's ringing takes it as the call's id at the vendor." }),
  }),
});
