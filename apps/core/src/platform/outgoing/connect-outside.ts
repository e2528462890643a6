import { Socket } from 'node:net';
import { outgoingAgent, outgoingTarget, type OutgoingRules } from './outgoing-guard.ts';

const defaultTimeoutMs = 8_000;

/**
 * Opens a connection to an outside host for what does not speak HTTP, under the guard of all outgoing calls: no internal
 * address, 8 s at most. The caller closes it. Throws Error where there is none to be had.
 */
export async function connectOutside(rules: OutgoingRules, host: string, port: number): Promise<Socket> {
  const url = outgoingTarget(`http://${host.includes(':') ? `[${host}]` : host}:${port}/`, 'the connection');
  const agent = outgoingAgent(url, rules);
  const timeoutMs = rules.timeoutMs ?? defaultTimeoutMs;
  return new Promise((resolve, reject) => {
    // The agent's own way to a socket checks the very address that it connects to.
    const socket = agent.createConnection({ host: url.hostname.replace(/^\[|\]$/g, ''), port });
    if (!(socket instanceof Socket)) throw new Error('the agent opened no connection');
    const timer = setTimeout(() => socket.destroy(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
