import type { Socket } from 'node:net';
import type { z } from 'zod';
import type { Plugin, PluginFacts } from '../define-plugin.ts';
import type { OutgoingHost } from '../outgoing.ts';

/** Whom a notification is for, by every name under which a vendor may know them. */
export interface NotifierRecipient {
  name: string;
  loginName: string;
  workNumber: string | null;
  email: string | null;
  phone: string | null;
}

/** A notification on its way out. It holds what the recipients may know, and no contact details of customers. */
export interface NotifierMessage {
  /** The same for every attempt, so that whoever receives it can drop a repeat. */
  id: string;
  /** What happened, such as ticket.sla_breached or test. */
  kind: string;
  locale: 'en' | 'zh';
  /** One line: what it is about. */
  title: string;
  /** One sentence: what happened to it. */
  text: string;
  /** Where the record is in the product; null where there is none to open. */
  url: string | null;
  isUrgent: boolean;
  /** When it happened. */
  at: Date;
  /** One where each message is for one person, else everybody whom it concerns; nobody for a test of a group. */
  recipients: readonly NotifierRecipient[];
}

/** `person`: each message is for one person. `group`: many read it, and those whom it concerns are named in it. */
export type Audience = 'person' | 'group';

/** So many messages may be sent within any so many seconds; the product keeps to it, in all processes together. */
export interface SendingRate {
  messages: number;
  seconds: number;
}

/** What the product gives to a plugin that sends notifications. */
export interface NotifierHost extends OutgoingHost {
  /**
   * Opens a connection to an outside address under the same guard, for vendors that do not speak HTTP. The plugin closes
   * it. Throws PluginError `unreachable` (retryable) where nobody answers.
   */
  connect(host: string, port: number): Promise<Socket>;
}

type ConfiguredNotifierHost<Config extends z.ZodObject> = NotifierHost & { config: z.output<Config> };

/** A notifier plugin as the product sees it. */
export interface NotifierService {
  audience: Audience;
  /** Null where the vendor names none. */
  rate: SendingRate | null;
  /** Which of a recipient's addresses it needs; null where it reaches whoever there is. */
  needs: 'email' | null;
  /**
   * Sends a message; settles once the vendor has taken it. Throws PluginError: retryable with the wait that the vendor
   * asks for, or refused for good, in words that an administrator can act on.
   */
  send(host: NotifierHost, settings: unknown, message: NotifierMessage): Promise<void>;
}

interface NotifierPluginDefinition<Config extends z.ZodObject>
  extends Omit<PluginFacts, 'kind' | 'capabilities'>, Omit<NotifierService, 'send'> {
  /** The settings; every field is named by `field`. */
  config: Config;
  send: (host: ConfiguredNotifierHost<Config>, message: NotifierMessage) => Promise<void>;
}

/** Declares a plugin that carries notifications out. Its settings are checked before each message: a ZodError is thrown. */
export function defineNotifierPlugin<Config extends z.ZodObject>(definition: NotifierPluginDefinition<Config>): Plugin {
  const { id, name, config, audience, rate, needs, send } = definition;
  return {
    id,
    name,
    kind: 'notifier',
    capabilities: [],
    config,
    actions: {},
    connect: null,
    carrier: null,
    notifier: {
      audience,
      rate,
      needs,
      send: (host, settings, message) => send({ ...host, config: config.parse(settings) }, message),
    },
  };
}
