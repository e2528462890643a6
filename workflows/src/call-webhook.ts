import { ApplicationFailure } from '@temporalio/common';
import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import http from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

const timeoutMs = 10_000;
/** Nothing is done with the answer but to see that it ends. */
const mostAnswerBytes = 64 * 1024;

/** Old forms of internal addresses that the agent takes for outside ones: IPv4-compatible (RFC 4291) and site-local (RFC 3879). */
const obsolete = new BlockList();
obsolete.addSubnet('::', 96, 'ipv6');
obsolete.addSubnet('fec0::', 10, 'ipv6');
const isObsolete = (address: string): boolean => isIPv6(address) && obsolete.check(address, 'ipv6');
const notAllowed = (address: string): Error => new Error(`${address} is not allowed, since it is an internal address`);

/** Which internal addresses an operator lets outgoing calls reach; none by default. */
export interface OutgoingRules {
  allowedInternalAddresses: string[];
  /** How names become addresses; the system's way unless told. */
  lookup?: LookupFunction;
  /** How long a call may take in all (ms); 10 s unless told. */
  timeoutMs?: number;
}

interface WebhookCall {
  url: string;
  /** Names the call, the same for each try, so that the receiver can drop a repeat (Standard Webhooks: webhook-id). */
  id: string;
  body: unknown;
}

/** Looks names up and refuses those that stand for an obsolete form of an internal address. */
const guarded =
  (lookup: LookupFunction): LookupFunction =>
  (name, options, callback) =>
    lookup(name, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const refused = error ? undefined : addresses.find(isObsolete);
      callback(refused ? notAllowed(refused) : error, found, family);
    });

/** The agent checks the very address that it connects to, so that a name can't come to mean another in between. */
function agentFor(url: URL, rules: OutgoingRules): http.Agent {
  const options = {
    allowIPAddressList: rules.allowedInternalAddresses,
    lookup: guarded(rules.lookup ?? systemLookup),
  };
  return url.protocol === 'https:' ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
}

function post(url: URL, agent: http.Agent, id: string, body: string, signal: AbortSignal): Promise<number> {
  const transport = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = transport.request(
      url,
      {
        method: 'POST',
        agent,
        signal,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        let received = 0;
        response.on('data', (chunk: Buffer) => {
          received += chunk.length;
          if (received <= mostAnswerBytes) return;
          // The receiver has the call and has said what it thinks of it; the rest is not waited for.
          resolve(status);
          request.destroy();
        });
        response.once('end', () => resolve(status));
        response.once('error', reject);
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

const refusal = (message: string): ApplicationFailure =>
  ApplicationFailure.create({ message, type: 'webhook_refused', nonRetryable: true });

function targetOf(text: string): URL {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw refusal('the webhook has no http or https address');
  if (url.username || url.password) throw refusal('the webhook address holds a name or password');
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (isObsolete(address)) throw notAllowed(address);
  return url;
}

/**
 * Posts JSON to an outside address; redirects are not followed and internal addresses not reached, whatever name or
 * form they come in. The whole call takes 10 s at most. Throws a retryable failure for 5xx, 429 and a broken line, a
 * final one for any other refusal.
 */
export async function callWebhook(rules: OutgoingRules, { url, id, body }: WebhookCall): Promise<void> {
  const target = targetOf(url);
  const agent = agentFor(target, rules);
  const signal = AbortSignal.timeout(rules.timeoutMs ?? timeoutMs);
  const status = await post(target, agent, id, JSON.stringify(body), signal).finally(() => agent.destroy());
  if (status >= 200 && status < 300) return;
  const isRetryable = status >= 500 || status === 429 || status === 408;
  throw ApplicationFailure.create({
    message: `the webhook answered ${status}`,
    type: 'webhook_refused',
    nonRetryable: !isRetryable,
  });
}
