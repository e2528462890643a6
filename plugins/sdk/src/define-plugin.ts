import type { z } from 'zod';
import type { CarrierService } from './carrier/carrier.ts';
import type { PluginHost } from './host.ts';
import type { LocalizedText } from './localized-text.ts';
import type { NotifierService } from './notifier/notifier.ts';
import type { CallCommand, CallCommandKind } from './telephony/call-command.ts';

/** The kinds of channel that there are plugins for. */
export type PluginKind = 'telephony' | 'carrier' | 'notifier';

/** What a plugin of this kind can do beside reporting; the product shows no button for what it can't. */
export type Capability = CallCommandKind | 'recording';

/** An open connection to the vendor. */
export interface Connection {
  /** Carries a command out, once for each commandId. Throws PluginError. */
  send(command: CallCommand): Promise<void>;
  close(): Promise<void>;
}

/** The host with this channel's settings. */
export type ConfiguredHost<Config extends z.ZodObject> = PluginHost & { config: z.output<Config> };

interface ActionFacts {
  title: LocalizedText;
  description: LocalizedText;
}

/** Something that an administrator or an integrator can have a plugin do. */
export interface ActionDefinition<Config extends z.ZodObject, Input extends z.ZodObject> extends ActionFacts {
  input: Input;
  /** `runId` is the same for every attempt at the same run. */
  run(host: ConfiguredHost<Config>, input: z.output<Input>, runId: string): Promise<void>;
}

/** An action as the product sees it: what it is given is checked against `input`. */
export interface Action extends ActionFacts {
  input: z.ZodObject;
  run(host: PluginHost, settings: unknown, input: unknown, runId: string): Promise<void>;
}

export interface PluginFacts {
  /** kind-vendor, such as telephony-asterisk; stays the same for ever. */
  id: string;
  kind: PluginKind;
  name: LocalizedText;
  capabilities: readonly Capability[];
}

export interface PluginDefinition<Config extends z.ZodObject> extends PluginFacts {
  /** The settings; every field is named by `field`. */
  config: Config;
  actions?: Record<string, (config: Config) => Action>;
  connect: (host: ConfiguredHost<Config>) => Promise<Connection>;
}

/** A plugin as the product sees it. */
export interface Plugin extends PluginFacts {
  config: z.ZodObject;
  actions: Readonly<Record<string, Action>>;
  /** Null for a plugin that holds no connection. */
  connect: ((host: PluginHost, settings: unknown) => Promise<Connection>) | null;
  /** Of a carrier plugin alone. */
  carrier: CarrierService | null;
  /** Of a notifier plugin alone. */
  notifier: NotifierService | null;
}

const configure = <Config extends z.ZodObject>(
  host: PluginHost,
  config: Config,
  settings: unknown,
): ConfiguredHost<Config> => ({ ...host, config: config.parse(settings) });

/** Declares an action; to be put among a plugin's `actions`. */
export const defineAction =
  <Config extends z.ZodObject, Input extends z.ZodObject>(definition: ActionDefinition<Config, Input>) =>
  (config: Config): Action => ({
    title: definition.title,
    description: definition.description,
    input: definition.input,
    run: (host, settings, input, runId) =>
      definition.run(configure(host, config, settings), definition.input.parse(input), runId),
  });

/** Declares a plugin. Its settings are checked against `config` before each connection and action: a ZodError is thrown. */
export function definePlugin<Config extends z.ZodObject>(definition: PluginDefinition<Config>): Plugin {
  const { config, actions = {}, connect, ...facts } = definition;
  return {
    ...facts,
    config,
    actions: Object.fromEntries(Object.entries(actions).map(([key, action]) => [key, action(config)])),
    connect: (host, settings) => connect(configure(host, config, settings)),
    carrier: null,
    notifier: null,
  };
}
