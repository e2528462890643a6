import { PluginError, type NotifierHost, type OutgoingHost } from '@handoff/plugin-sdk';
import type { Context } from '../context.ts';
import { callOutside } from './call-outside.ts';
import { connectOutside } from './connect-outside.ts';
import type { OutgoingRules } from './outgoing-guard.ts';

const noLog = (): void => undefined;

function unreachable(cause: unknown): PluginError {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new PluginError(
    'unreachable',
    { en: `The service does not answer (${reason}).`, zh: `对方服务没有响应（${reason}）。` },
    true,
  );
}

const rulesOf = (context: Context): OutgoingRules => context.outgoing ?? { allowedInternalAddresses: [] };

/** What a plugin without a connection is given: the guarded way out. */
export const outgoingHost = (context: Context): OutgoingHost => ({
  request: (request) =>
    callOutside(rulesOf(context), request).catch((error: unknown) => {
      throw unreachable(error);
    }),
  log: { info: noLog, warn: noLog, error: noLog },
  now: context.now,
});

/** What a notifier plugin is given: also a guarded connection that speaks no HTTP. */
export const notifierHost = (context: Context): NotifierHost => ({
  ...outgoingHost(context),
  connect: (host, port) =>
    connectOutside(rulesOf(context), host, port).catch((error: unknown) => {
      throw unreachable(error);
    }),
});
