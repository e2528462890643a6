import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPluginRegistry } from '@handoff/core/channel/plugin-registry';
import { createChannel } from '@handoff/core/channel/create-channel';
import { runPluginAction } from '@handoff/core/channel/run-plugin-action';
import { setChannelActive, updateChannel } from '@handoff/core/channel/update-channel';
import { failStrandedCommands } from '@handoff/core/channel/fail-command';
import { openSettings } from '@handoff/core/channel/channel-settings';
import { systemActor } from '@handoff/core/identity/actor';
import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';
import { openFileStore } from '@handoff/core/platform/file-store';
import { createSecretBox } from '@handoff/core/platform/secret-box';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { telephonySimulator } from '@handoff/telephony-simulator';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createChannelHost, type ChannelHost } from './channel-host.ts';
import { startDispatcher } from './outbox-dispatcher.ts';

let test: TestDatabase;
let folder: string;
let systemContext: () => Context;
const log = pino({ level: 'silent' });
const settings = { companyNumbers: ['0571 8800 1234'], apiSecret: 'very secret' };

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'channel-host-'));
  const files = openFileStore(folder);
  const secrets = createSecretBox(Buffer.alloc(32, 7).toString('base64'));
  const plugins = createPluginRegistry([telephonySimulator]);
  systemContext = () => ({
    db: test.database,
    pool: test.database,
    files,
    secrets,
    plugins,
    actor: systemActor,
    locale: 'en',
    now: () => new Date(),
    memo: new Map(),
  });
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

const callOf = (externalId: string) =>
  test.database.selectFrom('call').selectAll().where('externalId', '=', externalId).executeTakeFirst();
const channelOf = (id: string) =>
  test.database.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const enqueue = async (channelId: string, command: object, ageSeconds = 0) => {
  const at = new Date(Date.now() - ageSeconds * 1000);
  const id = newId();
  await test.database
    .insertInto('outbox')
    .values({
      id,
      kind: 'plugin_command',
      key: channelId,
      payload: JSON.stringify(command),
      createdAt: at,
      availableAt: at,
    })
    .execute();
  return id;
};
const rowOf = (id: string) =>
  test.database.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const ring = (runId: string) => ({
  kind: 'action',
  action: 'ringIn',
  input: { customerNumber: '138 0571 5678', agent: 'nobody', waitedSeconds: 0 },
  runId,
});
const deliverAll = async (host: ChannelHost) => {
  const rows = await test.database
    .selectFrom('outbox')
    .selectAll()
    .where('isPending', '=', true)
    .orderBy('id')
    .execute();
  for (const row of rows) await host.deliver(row);
  return rows;
};

it('keeps secrets sealed, and the old one when none is entered', async () => {
  const context = systemContext();
  const channelId = await createChannel(context, { pluginId: telephonySimulator.id, name: 'Simulator', settings });
  await updateChannel(context, {
    channelId,
    expectedVersion: 1,
    settings: { companyNumbers: ['400 800 1'], apiSecret: '' },
  });
  const channel = await channelOf(channelId);
  expect(JSON.stringify(channel)).not.toContain('very secret');
  expect(openSettings(context, channel)).toMatchObject({ companyNumbers: ['400 800 1'], apiSecret: 'very secret' });
  await expect(
    updateChannel(context, { channelId, expectedVersion: 2, settings: { companyNumbers: [], wrong: 1 } }),
  ).rejects.toMatchObject({ issues: [{ path: ['settings', 'companyNumbers'] }, { path: ['settings', 'wrong'] }] });
});

it('connects an active channel in one process, and carries commands out once', async () => {
  const context = systemContext();
  const channelId = await createChannel(context, { pluginId: telephonySimulator.id, name: 'Simulator', settings });
  await setChannelActive(context, { channelId, isActive: true });
  const [host, other] = ['one', 'two'].map((holder) => createChannelHost({ systemContext, holder, log }));
  host!.start();
  await vi.waitFor(async () => expect((await channelOf(channelId)).status).toBe('connected'), 5_000);
  other!.start();

  const input = { customerNumber: '138 0571 5678', agent: 'nobody', waitedSeconds: 5 };
  const runId = await runPluginAction(context, { channelId, action: 'ringIn', input });
  await expect(deliverAll(other!)).rejects.toMatchObject({ isRetryable: true });
  const rows = await deliverAll(host!);
  for (const row of rows) await host!.deliver(row);
  expect(await callOf(runId)).toMatchObject({ status: 'queued', waitedSeconds: 5 });
  expect(await test.database.selectFrom('inboundEvent').select('id').execute()).toHaveLength(1);

  const call = (kind: 'answer' | 'hang_up') => ({
    id: kind,
    key: channelId,
    payload: { kind: 'call', command: { kind, callId: runId, commandId: `${runId}:${kind}` } },
  });
  for (const kind of ['answer', 'answer', 'hang_up', 'hang_up'] as const) await host!.deliver(call(kind));
  expect(await callOf(runId)).toMatchObject({ status: 'ended', endReason: 'agent_hung_up' });
  expect(await test.database.selectFrom('recording').select('durationSeconds').execute()).toEqual([
    { durationSeconds: 1 },
  ]);
  await host!.deliver({
    id: 'unknown',
    key: channelId,
    payload: { kind: 'call', command: { kind: 'hang_up', callId: 'nobody', commandId: 'x' } },
  });

  await host!.stop();
  await vi.waitFor(async () => other!.deliver(call('hang_up')), 5_000);
  await other!.stop();
});

it('leaves a command to the process that holds the channel, however many look for work', async () => {
  const context = systemContext();
  const channelId = await createChannel(context, { pluginId: telephonySimulator.id, name: 'Simulator', settings });
  await setChannelActive(context, { channelId, isActive: true });
  const hosts = ['one', 'two', 'three'].map((holder) => createChannelHost({ systemContext, holder, log }));
  for (const host of hosts) host.start();
  await vi.waitFor(async () => expect((await channelOf(channelId)).status).toBe('connected'), 5_000);
  const dispatchers = hosts.map((host) =>
    startDispatcher({
      db: test.database,
      log,
      routes: {
        plugin_command: { receiver: 'plugins', isOpen: () => true, keys: host.channelIds, deliver: host.deliver },
      },
    }),
  );
  const runIds = Array.from({ length: 20 }, () => newId());
  const rows = await Promise.all(runIds.map((runId) => enqueue(channelId, ring(runId))));
  await vi.waitFor(async () => {
    for (const id of rows) expect((await rowOf(id)).isPending).toBe(false);
  }, 10_000);
  for (const id of rows) expect(await rowOf(id)).toMatchObject({ attempts: 0, lastError: null });
  for (const runId of runIds) expect(await callOf(runId)).toBeDefined();

  // The holder goes; whoever takes the channel over carries out what comes meanwhile.
  const holder = hosts.find((host) => host.channelIds().includes(channelId));
  await holder!.stop();
  const late = newId();
  const row = await enqueue(channelId, ring(late));
  await vi.waitFor(async () => expect(await callOf(late)).toBeDefined(), 10_000);
  await vi.waitFor(async () => expect((await rowOf(row)).isPending).toBe(false), 5_000);
  await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
  await Promise.all(hosts.filter((host) => host !== holder).map((host) => host.stop()));
}, 40_000);

it('fails what a switched-off or unreachable channel cannot carry out, once and with its reason', async () => {
  const context = systemContext();
  const make = () => createChannel(context, { pluginId: telephonySimulator.id, name: 'Simulator', settings });
  const [off, unreachable] = [await make(), await make()];
  await test.database.updateTable('channel').set({ isActive: true }).where('id', '=', unreachable).execute();
  const young = await enqueue(off, ring('young'), 5);
  const old = await enqueue(off, ring('old'), 11);
  const waiting = await enqueue(unreachable, ring('waiting'), 11);
  const stale = await enqueue(unreachable, ring('stale'), 61);
  const counts = await Promise.all([failStrandedCommands(context), failStrandedCommands(context)]);
  expect(counts[0] + counts[1]).toBe(2);
  expect(await Promise.all([young, waiting].map(async (id) => (await rowOf(id)).isPending))).toEqual([true, true]);
  expect(await rowOf(old)).toMatchObject({ lastError: 'channel_off' });
  expect(await rowOf(stale)).toMatchObject({ lastError: 'channel_unreachable' });
  const told = await test.database
    .selectFrom('event')
    .select(['subjectId', 'payload'])
    .where('kind', '=', 'channel.command_failed')
    .where('subjectId', 'in', [off, unreachable])
    .orderBy('id')
    .execute();
  // Of two that look at once each may have found one first.
  expect(Object.fromEntries(told.map(({ subjectId, payload }) => [subjectId, payload]))).toMatchObject({
    [off]: { code: 'channel_off', runId: 'old' },
    [unreachable]: { code: 'channel_unreachable', runId: 'stale' },
  });
  expect(told).toHaveLength(2);
});
