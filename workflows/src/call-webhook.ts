import { ApplicationFailure } from '@temporalio/common';
import http from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

const timeoutMs = 10_000;

/** Which internal addresses an operator lets outgoing calls reach; none by default. */
export interface OutgoingRules {
  allowedInternalAddresses: string[];
}

interface WebhookCall {
  url: string;
  /** Names the call, the same for each try, so that the receiver can drop a repeat (Standard Webhooks: webhook-id). */
  id: string;
  body: unknown;
}

function post(url: URL, agent: http.Agent, id: string, body: string): Promise<number> {
  const transport = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = transport.request(
      url,
      {
        method: 'POST',
        agent,
        timeout: timeoutMs,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      },
    );
    request.once('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    request.once('error', reject);
    request.end(body);
  });
}

/**
 * Posts JSON to an outside address; redirects are not followed and internal addresses not reached, whatever name or
 * form they come in. Throws a retryable failure for 5xx, 429 and a broken line, a final one for any other refusal.
 */
export async function callWebhook(rules: OutgoingRules, { url, id, body }: WebhookCall): Promise<void> {
  const target = new URL(url);
  const options = { allowIPAddressList: rules.allowedInternalAddresses };
  const agent =
    target.protocol === 'https:' ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
  const status = await post(target, agent, id, JSON.stringify(body));
  if (status >= 200 && status < 300) return;
  const isRetryable = status >= 500 || status === 429 || status === 408;
  throw ApplicationFailure.create({
    message: `the webhook answered ${status}`,
    type: 'webhook_refused',
    nonRetryable: !isRetryable,
  });
}
