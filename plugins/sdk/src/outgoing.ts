import type { PluginLog } from './host.ts';

export interface OutgoingRequest {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

export interface OutgoingAnswer {
  status: number;
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What the product gives to a plugin that holds no connection of its own. */
export interface OutgoingHost {
  /**
   * Calls an outside address: http or https, no redirects, no internal address, limited in time and size. Throws
   * PluginError `unreachable` (retryable) where there is no answer.
   */
  request(request: OutgoingRequest): Promise<OutgoingAnswer>;
  log: PluginLog;
  now(): Date;
}
