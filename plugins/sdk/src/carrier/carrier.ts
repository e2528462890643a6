import type { z } from 'zod';
import type { LocalizedText } from '../localized-text.ts';
import type { OutgoingHost } from '../outgoing.ts';
import type { Plugin, PluginFacts } from '../define-plugin.ts';
import { trackingSchema, type Tracking, type TrackingRequest } from './tracking.ts';

/** A carrier that a plugin can ask; `key` is the vendor's name of it and stays the same. */
export interface CarrierChoice {
  key: string;
  name: LocalizedText;
}

/** What the product gives to a plugin that asks a carrier. */
export type CarrierHost = OutgoingHost;

type ConfiguredCarrierHost<Config extends z.ZodObject> = CarrierHost & { config: z.output<Config> };

/** A carrier plugin as the product sees it. */
export interface CarrierService {
  carriers: readonly CarrierChoice[];
  /** The keys of the carriers that a number may be of, likeliest first; none if it is of no known form. Throws PluginError. */
  detect(host: CarrierHost, settings: unknown, number: string): Promise<string[]>;
  /** What is known of a parcel. Throws PluginError with the carrier's own words. */
  track(host: CarrierHost, settings: unknown, request: TrackingRequest): Promise<Tracking>;
}

interface CarrierPluginDefinition<Config extends z.ZodObject> extends Omit<PluginFacts, 'kind' | 'capabilities'> {
  /** The settings; every field is named by `field`. */
  config: Config;
  carriers: readonly CarrierChoice[];
  detect: (host: ConfiguredCarrierHost<Config>, number: string) => Promise<string[]>;
  track: (host: ConfiguredCarrierHost<Config>, request: TrackingRequest) => Promise<Tracking>;
}

/** Declares a plugin that knows where parcels are. Its settings and what it answers are checked: a ZodError is thrown. */
export function defineCarrierPlugin<Config extends z.ZodObject>(definition: CarrierPluginDefinition<Config>): Plugin {
  const { config, carriers, detect, track, ...facts } = definition;
  const configured = (host: CarrierHost, settings: unknown) => ({ ...host, config: config.parse(settings) });
  return {
    ...facts,
    kind: 'carrier',
    capabilities: [],
    config,
    actions: {},
    connect: null,
    notifier: null,
    carrier: {
      carriers,
      detect: (host, settings, number) => detect(configured(host, settings), number),
      track: async (host, settings, request) => trackingSchema.parse(await track(configured(host, settings), request)),
    },
  };
}
