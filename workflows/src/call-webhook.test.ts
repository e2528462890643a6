import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingRules } from '@handoff/core/platform/outgoing/outgoing-guard';
import { callWebhook } from './call-webhook.ts';

let server: Server;
let port: number;
let arrived = 0;
let answer: RequestListener;

beforeAll(async () => {
  server = createServer((request, response) => {
    arrived += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  arrived = 0;
  answer = (_request, response) => response.writeHead(204).end();
});

/** A resolver that answers these addresses, one after the other, whatever it is asked. */
function resolver(...addresses: string[]): LookupFunction {
  let asked = 0;
  return (_name, options, callback) => {
    const address = addresses[Math.min(asked, addresses.length - 1)] ?? '';
    asked += 1;
    const family = address.includes(':') ? 6 : 4;
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

const call = (url: string, rules: Partial<OutgoingRules> = {}): Promise<void> =>
  callWebhook(
    { allowedInternalAddresses: [], ...rules },
    { url: url.replace('PORT', String(port)), id: 'call-1', body: {} },
  );

const internal = [
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://127.255.255.254:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0x0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://127。0。0。1:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://10.0.0.1:PORT/',
  'http://10.255.255.255/',
  'http://172.16.0.1/',
  'http://172.31.255.254/',
  'http://192.168.0.1/',
  'http://3232235521/',
  'http://100.64.0.1/',
  'http://169.254.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://0xa9fea9fe/latest/meta-data/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::127.0.0.1]:PORT/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[ff02::1]/',
  'http://[fec0::1]/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'https://127.0.0.1:PORT/',
  'https://[::1]:PORT/',
];

describe('an internal address', () => {
  it.each(internal)('%s is not reached', async (url) => {
    await expect(call(url)).rejects.toThrow(/not allowed/);
    expect(arrived).toBe(0);
  });

  it.each(['localhost', 'LOCALHOST', 'localhost.', 'api.localhost', 'internal.example.com'])(
    'behind the name %s is not reached',
    async (name) => {
      await expect(call(`http://${name}:PORT/`, { lookup: resolver('127.0.0.1') })).rejects.toThrow(/not allowed/);
      await expect(call(`http://${name}:PORT/`, { lookup: resolver('::127.0.0.1') })).rejects.toThrow(/not allowed/);
      await expect(call(`http://${name}:PORT/`, { lookup: resolver('::1') })).rejects.toThrow(/not allowed/);
      await expect(call(`http://${name}:PORT/`, { lookup: resolver('::ffff:127.0.0.1') })).rejects.toThrow(
        /not allowed/,
      );
      expect(arrived).toBe(0);
    },
  );

  it.each([22, 25, 80, 3306, 6379, 7233])('is not reached on port %d either', async (at) => {
    await expect(call(`http://127.0.0.1:${at}/`)).rejects.toThrow(/not allowed/);
  });

  it('is not reached by a name that means another address when it is asked again', async () => {
    // 203.0.113.0/24 is outside and answers nothing; what the first answer allowed, the second must not turn elsewhere.
    const rules = { lookup: resolver('203.0.113.1', '127.0.0.1'), timeoutMs: 300 };
    await expect(call('http://rebinding.example.com:PORT/', rules)).rejects.toThrow();
    await expect(call('http://rebinding.example.com:PORT/', rules)).rejects.toThrow(/not allowed/);
    expect(arrived).toBe(0);
  });

  it('is reached where the operator names it, and only that one', async () => {
    await call('http://127.0.0.1:PORT/', { allowedInternalAddresses: ['127.0.0.1'] });
    await call('http://receiver.example.com:PORT/', {
      allowedInternalAddresses: ['127.0.0.0/8'],
      lookup: resolver('127.0.0.1'),
    });
    expect(arrived).toBe(2);
    await expect(call('http://10.0.0.1/', { allowedInternalAddresses: ['127.0.0.1'] })).rejects.toThrow(/not allowed/);
  });
});

describe('a receiver', () => {
  const allowed = { allowedInternalAddresses: ['127.0.0.1'] };

  it('is not followed elsewhere', async () => {
    let hops = 0;
    answer = (request, response) => {
      if (request.url === '/inner') hops += 1;
      response.writeHead(307, { location: `http://127.0.0.1:${port}/inner` }).end();
    };
    await expect(call('http://127.0.0.1:PORT/', allowed)).rejects.toMatchObject({ nonRetryable: true });
    expect(hops).toBe(0);
  });

  it('may send an answer without end, which is not read', async () => {
    let sent = 0;
    answer = (_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed) {
          sent += 16_384;
          if (!response.write(Buffer.alloc(16_384))) return;
        }
      };
      response.on('drain', more);
      more();
    };
    await call('http://127.0.0.1:PORT/', allowed);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('is given up when it goes on answering byte by byte', async () => {
    answer = (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(drip));
    };
    await expect(call('http://127.0.0.1:PORT/', { ...allowed, timeoutMs: 200 })).rejects.toThrow(/abort/i);
  });

  it.each([
    ['ftp://example.com/', /http or https/],
    ['file:///etc/passwd', /http or https/],
    ['gopher://127.0.0.1:6379/', /http or https/],
    ['no address', /http or https/],
    ['http://name:secret@example.com/', /name or password/],
  ])('%s is none', async (url, reason) => {
    await expect(call(url)).rejects.toMatchObject({
      message: expect.stringMatching(reason) as string,
      nonRetryable: true,
    });
  });
});
