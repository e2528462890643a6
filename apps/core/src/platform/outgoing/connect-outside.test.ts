import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectOutside } from './connect-outside.ts';

let server: Server;
let port: number;
let arrived = 0;
beforeAll(async () => {
  server = createServer((socket) => {
    arrived += 1;
    socket.end('220 ready\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

it.each(['127.0.0.1', '127.1', '0x7f000001', '::1', '::ffff:127.0.0.1', 'localhost', '10.0.0.1', '169.254.169.254'])(
  'does not reach %s',
  async (host) => {
    await expect(connectOutside({ allowedInternalAddresses: [], timeoutMs: 500 }, host, port)).rejects.toThrow();
    expect(arrived).toBe(0);
  },
);

it('reaches what the operator names, and is closed by whoever asked', async () => {
  const socket = await connectOutside({ allowedInternalAddresses: ['127.0.0.1'] }, '127.0.0.1', port);
  const [greeting] = (await once(socket, 'data')) as [Buffer];
  expect(String(greeting)).toContain('220');
  socket.destroy();
});
