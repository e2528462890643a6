import http from 'node:http';
import https from 'node:https';
import { outgoingAgent, outgoingTarget, type OutgoingRules } from './outgoing-guard.ts';

const defaultTimeoutMs = 8_000;
const mostAnswerBytes = 512 * 1024;

interface OutsideCall {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

interface OutsideAnswer {
  status: number;
  /** By their names in small letters. */
  headers: Record<string, string>;
  body: string;
}

const flat = (headers: http.IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]));

/**
 * Asks an outside address and reads its answer as UTF-8: no redirects, no internal address, 8 s and 512 KB at most.
 * Throws Error for what is no address to call, a broken line, or an answer that is too long or late.
 */
export async function callOutside(rules: OutgoingRules, call: OutsideCall): Promise<OutsideAnswer> {
  const url = outgoingTarget(call.url, 'the call');
  const agent = outgoingAgent(url, rules);
  const signal = AbortSignal.timeout(rules.timeoutMs ?? defaultTimeoutMs);
  const transport = url.protocol === 'https:' ? https : http;
  const { method, headers, body } = call;
  try {
    return await new Promise<OutsideAnswer>((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const request = transport.request(
        url,
        { method, agent, signal, headers: { ...headers, ...length } },
        (answer) => {
          const parts: Buffer[] = [];
          let received = 0;
          answer.on('data', (part: Buffer) => {
            received += part.length;
            parts.push(part);
            if (received > mostAnswerBytes)
              request.destroy(new Error(`the answer is longer than ${mostAnswerBytes} bytes`));
          });
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: flat(answer.headers),
              body: Buffer.concat(parts).toString('utf8'),
            }),
          );
          answer.once('error', reject);
        },
      );
      request.once('error', reject);
      request.end(body);
    });
  } finally {
    agent.destroy();
  }
}
