import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that was signed as it must be. */
export interface ReceivedCall {
  id: string;
  payload: { type: string; timestamp: string; data: Record<string, unknown> };
}

export interface FakeReceiver {
  url: string;
  secret: string;
  /** Each message once: a repeat of an id is answered 200 and dropped. */
  received: ReceivedCall[];
  /** How many calls arrived, repeats and refused ones too. */
  calls: () => number;
  /** Answers so from now on, or so many times; null ends it. */
  fail: (status: number | null, options?: { headers?: Record<string, string>; times?: number }) => void;
  stop: () => Promise<void>;
}

const toleranceSeconds = 5 * 60;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A receiver that keeps to Standard Webhooks: checks signature and time, answers 401 for others, and drops repeats. `now` is its clock. */
export async function startFakeReceiver({ now = Date.now } = {}): Promise<FakeReceiver> {
  const key = Buffer.from('a key that both sides know, 32 B');
  const secret = `whsec_${key.toString('base64')}`;
  const received: ReceivedCall[] = [];
  let calls = 0;
  let failing: { status: number; headers: Record<string, string>; left: number } | null = null;

  const judge = async (request: IncomingMessage): Promise<{ status: number; headers?: Record<string, string> }> => {
    calls += 1;
    const body = await bodyOf(request);
    if (failing && failing.left > 0) {
      failing.left -= 1;
      return failing;
    }
    const header = (name: string): string => String(request.headers[name] ?? '');
    const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')];
    if (Math.abs(now() / 1000 - Number(timestamp)) > toleranceSeconds) return { status: 401 };
    const expected = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    if (
      !id ||
      !header('webhook-signature')
        .split(' ')
        .some((one) => same(one, expected))
    )
      return { status: 401 };
    if (!received.some((call) => call.id === id)) {
      received.push({ id, payload: JSON.parse(body) as ReceivedCall['payload'] });
    }
    return { status: 200 };
  };

  const server = createServer((request, response) => {
    void judge(request).then(({ status, headers }) => response.writeHead(status, headers).end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notifications`,
    secret,
    received,
    calls: () => calls,
    fail: (status, { headers = {}, times = Infinity } = {}) =>
      (failing = status === null ? null : { status, headers, left: times }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
