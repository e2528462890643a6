import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { ringOtherProcesses } from './event-bell.ts';
import { onAnnouncedEvent, recordEvent } from './event.ts';
import { testContext } from '../testing/test-context.ts';
import { inTransaction } from '../transaction.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;

describe.skipIf(!isInstalled)('the bell between processes', () => {
  let server: ChildProcess;
  let other: Redis;
  let database: TestDatabase;
  let stop: () => void;

  beforeAll(async () => {
    const port = await freePort();
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
    other = new Redis({ port, retryStrategy: () => 50 });
    other.on('error', () => undefined);
    // Not `once`: that would take the first refused connection for the end.
    await new Promise<void>((done) => other.once('ready', () => done()));
    stop = ringOtherProcesses(`redis://127.0.0.1:${port}`, () => undefined);
    database = await createTestDatabase();
  });
  afterAll(async () => {
    stop();
    other.disconnect();
    server.kill();
    await database.drop();
  });

  it('rings when an event is committed here', async () => {
    const heard = vi.fn();
    const listener = other.duplicate();
    listener.on('message', heard);
    await listener.subscribe('handoff:event');
    await inTransaction(testContext(database.database), (context) =>
      recordEvent(context, { kind: 'tested', subjectType: 'test', subjectId: 'one' }),
    );
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    listener.disconnect();
  });

  it('wakes this process when another rings, and not when it rings itself', async () => {
    const woken = vi.fn();
    const stopListening = onAnnouncedEvent(woken);
    await inTransaction(testContext(database.database), (context) =>
      recordEvent(context, { kind: 'tested', subjectType: 'test', subjectId: 'two' }),
    );
    await vi.waitFor(async () => expect(await other.publish('handoff:event', 'another process')).toBeGreaterThan(0));
    await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(1));
    stopListening();
  });
});
