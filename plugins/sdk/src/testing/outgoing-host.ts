import { connect } from 'node:net';
import { once } from 'node:events';
import type { NotifierHost } from '../notifier/notifier.ts';
import { PluginError } from '../plugin-error.ts';

const unreachable = (error: unknown): PluginError =>
  new PluginError('unreachable', { en: `no answer (${String(error)})`, zh: `没有响应（${String(error)}）` }, true);

/** A host for tests of plugins that call out: it reaches what is on this machine. `offsetMs` moves its clock. */
export function createOutgoingHost(offsetMs = 0): NotifierHost {
  return {
    async request({ url, method, headers = {}, body = null }) {
      try {
        const answer = await fetch(url, { method, headers, body, redirect: 'manual' });
        return {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: await answer.text(),
        };
      } catch (error) {
        throw unreachable(error);
      }
    },
    async connect(host, port) {
      const socket = connect({ host, port });
      try {
        await once(socket, 'connect');
        return socket;
      } catch (error) {
        throw unreachable(error);
      }
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => new Date(Date.now() + offsetMs),
  };
}
