import { ApplicationFailure } from '@temporalio/common';
import http from 'node:http';
import https from 'node:https';
import {
  outgoingAgent,
  OutgoingRefusedError,
  outgoingTarget,
  type OutgoingRules,
} from '@handoff/core/platform/outgoing/outgoing-guard';

const timeoutMs = 10_000;
/** Nothing is done with the answer but to see that it ends. */
const mostAnswerBytes = 64 * 1024;

interface WebhookCall {
  url: string;
  /** Names the call, the same for each try, so that the receiver can drop a repeat (Standard Webhooks: webhook-id). */
  id: string;
  body: unknown;
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

/** Throws a final failure for what is no address to call. */
function targetOf(text: string): URL {
  try {
    return outgoingTarget(text, 'the webhook');
  } catch (error) {
    if (!(error instanceof OutgoingRefusedError)) throw error;
    throw ApplicationFailure.create({ message: error.message, type: 'webhook_refused', nonRetryable: true });
  }
}

/**
 * Posts JSON to an outside address; redirects are not followed and internal addresses not reached, whatever name or
 * form they come in. The whole call takes 10 s at most. Throws a retryable failure for 5xx, 429 and a broken line, a
 * final one for any other refusal.
 */
export async function callWebhook(rules: OutgoingRules, { url, id, body }: WebhookCall): Promise<void> {
  const target = targetOf(url);
  const agent = outgoingAgent(target, rules);
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
