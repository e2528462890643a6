import { randomBytes } from 'node:crypto';
import { notifierWebhook } from '@handoff/notifier-webhook';
import { startFakeReceiver, type FakeReceiver } from '@handoff/notifier-webhook/testing/fake-receiver';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChannel } from '../channel/create-channel.ts';
import { createPluginRegistry } from '../channel/plugin-registry.ts';
import { setChannelActive } from '../channel/update-channel.ts';
import { toGlobalId } from '../graphql/zod-input.ts';
import { setPreference } from '../identity/set-preference.ts';
import type { Context } from '../platform/context.ts';
import { forgetKept } from '../platform/keep-for-a-moment.ts';
import { newId } from '../platform/id.ts';
import { createSecretBox } from '../platform/secret-box.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { deliverNotifications } from '../work/deliver-notification.ts';
import { retryDelivery } from './retry-delivery.ts';
import { mostAttempts, sendDue } from './send-due.ts';
import { sendTest } from './send-test.ts';
import { setNotificationRules } from './set-notification-rules.ts';
import { wakeOverdueChannels } from './wake-overdue-channels.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let receiver: FakeReceiver;
let system: Context;
let agent: Context & { actor: { agentId: string } };
let admin: Context & { actor: { agentId: string } };
let channelId: string;
let ticketId: string;
let now = new Date();

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  receiver = await startFakeReceiver({ now: () => now.getTime() });
  const equipped = {
    secrets: createSecretBox(randomBytes(32).toString('base64')),
    plugins: createPluginRegistry([notifierWebhook]),
    outgoing: { allowedInternalAddresses: ['127.0.0.1'] },
    publicUrl: 'https://crm.example.com/',
    now: () => now,
  };
  system = { ...desk.system, ...equipped };
  agent = { ...(await desk.hire({ 'ticket.read': 'self' })), ...equipped };
  admin = { ...(await desk.hire({ 'channel.manage': 'all' })), ...equipped };
  channelId = await createChannel(system, {
    pluginId: notifierWebhook.id,
    name: 'Gateway',
    settings: { url: receiver.url, signingSecret: receiver.secret },
  });
  await setChannelActive(system, { channelId, isActive: true });
  await setNotificationRules(admin, {
    rules: (['ticket.assigned', 'ticket.sla_breached'] as const).map((kind) => ({
      kind,
      expectedVersion: 0,
      channelIds: [channelId],
      passesQuietHours: kind === 'ticket.sla_breached',
      mergeMinutes: 5,
    })),
  });
});
afterAll(async () => {
  await receiver.stop();
  await test.drop();
});
beforeEach(async () => {
  now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  receiver.fail(null);
  receiver.received.length = 0;
  await test.database.deleteFrom('notificationDelivery').execute();
  await test.database.deleteFrom('agentPreference').execute();
  ticketId = await createTicket(agent, {
    typeId: desk.typeId,
    title: '客户 138 0571 5678 空调不制冷',
    contactPhone: '13805715678',
    answers: { contact_phone: '13805715678', note: 'a secret note' },
  });
});

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const tell = (kind = 'ticket.assigned', facts: { channelIds?: string[]; agentIds?: string[] } = {}) =>
  deliverNotifications(system, [
    {
      causeId: newId(),
      kind,
      agentIds: [agent.actor.agentId],
      subjectType: 'ticket',
      subjectId: ticketId,
      isActionable: true,
      params: {
        number: 'V20261129-0001',
        title: '客户 138 0571 5678 空调不制冷',
        node: { en: 'Visit', zh: '上门' },
        clock: 'first_response',
      },
      ...facts,
    },
  ]);
const rows = () => test.database.selectFrom('notificationDelivery').selectAll().orderBy('id').execute();
const states = async () => (await rows()).map(({ state }) => state);
const prefer = (settings: object) => setPreference(agent, { key: 'notifications', setting: settings });

describe('a notification', () => {
  it('leaves over the channel of its kind, signed, with what its reader may know and no number of a customer', async () => {
    await tell();
    expect(await sendDue(system, channelId)).toBeNull();
    expect(receiver.received).toHaveLength(1);
    const [delivery] = await rows();
    expect(receiver.received[0]?.id).toBe(delivery?.id);
    const { data } = receiver.received[0]?.payload ?? {};
    expect(data).toMatchObject({
      kind: 'ticket.assigned',
      text: '“Visit” was given to you',
      url: 'https://crm.example.com/tickets/V20261129-0001',
    });
    expect(data?.title).toMatch(/^V20261129-0001 客户 138 \*{4} 5678 空调不制冷$/);
    expect(JSON.stringify(data)).not.toMatch(/0571 ?5678|secret note/);
    expect(delivery).toMatchObject({ state: 'sent', attempts: 1, fault: null, nextAt: null });
  });

  it('stays inside where its kind has no channel, and goes where its cause names one', async () => {
    await tell('ticket.returned');
    expect(await rows()).toEqual([]);
    await tell('ticket.returned', { channelIds: [channelId] });
    await tell('ticket.sla_breached', { channelIds: [] });
    expect((await rows()).map(({ kind }) => kind)).toEqual(['ticket.returned']);
  });

  it('is made once with its delivery, however often it is tried', async () => {
    const once = {
      causeId: newId(),
      kind: 'ticket.assigned',
      agentIds: [agent.actor.agentId],
      subjectType: 'ticket',
      subjectId: ticketId,
      isActionable: true,
      params: {},
    };
    await Promise.all([deliverNotifications(system, [once]), deliverNotifications(system, [once, once])]);
    expect(await rows()).toHaveLength(1);
  });

  it('is not told to whoever may no longer see the record', async () => {
    const stranger = await desk.hire({ 'ticket.read': 'self' });
    await tell('ticket.assigned', { agentIds: [stranger.actor.agentId] });
    await sendDue(system, channelId);
    expect(receiver.received).toEqual([]);
    expect((await rows())[0]).toMatchObject({ state: 'skipped', fault: { code: 'out_of_sight' } });
  });
});

describe('repeats about a ticket', () => {
  it('are gathered while one waits, and told with their count', async () => {
    await tell();
    await tell();
    await tell();
    expect(await states()).toEqual(['queued', 'merged', 'merged']);
    await sendDue(system, channelId);
    expect(receiver.received[0]?.payload.data.text).toBe('“Visit” was given to you (3 times)');
  });

  it('keep their distance from one that was sent, and are one message then', async () => {
    await tell();
    await sendDue(system, channelId);
    await tell();
    await tell();
    const nextAt = await sendDue(system, channelId);
    expect(nextAt).toEqual(new Date(now.getTime() + 5 * 60_000));
    expect(receiver.received).toHaveLength(1);
    later(5);
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(2);
    expect(await states()).toEqual(['sent', 'sent', 'merged']);
  });

  it('are not held back where the kind is urgent', async () => {
    await tell('ticket.sla_breached');
    await sendDue(system, channelId);
    await tell('ticket.sla_breached');
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(2);
  });
});

describe('a person', () => {
  it('may switch a kind off over a channel, or on', async () => {
    const id = toGlobalId('Channel', channelId);
    await prefer({ channels: { 'ticket.assigned': { [id]: false }, 'ticket.returned': { [id]: true } } });
    await tell();
    await tell('ticket.returned');
    expect((await rows()).map(({ kind }) => kind)).toEqual(['ticket.returned']);
  });

  it('hears nothing in quiet hours but what passes them, and the rest at their end', async () => {
    now = new Date('2027-03-01T23:00:00+08:00');
    await prefer({ quietHours: { from: '22:00', until: '07:00' } });
    await tell();
    await tell('ticket.sla_breached');
    const end = new Date('2027-03-02T07:00:00+08:00');
    expect(await sendDue(system, channelId)).toEqual(end);
    expect(receiver.received.map(({ payload }) => payload.data.kind)).toEqual(['ticket.sla_breached']);
    expect(await states()).toEqual(['held', 'sent']);
    now = end;
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(2);
  });

  it('is sent nothing at all while everything is muted', async () => {
    await prefer({ mutedUntil: new Date(now.getTime() + 3_600_000).toISOString() });
    await tell('ticket.sla_breached');
    expect((await rows())[0]).toMatchObject({ state: 'skipped', fault: { code: 'muted' } });
    later(61);
    await tell('ticket.sla_breached');
    await sendDue(system, channelId);
    expect(receiver.received).toHaveLength(1);
  });
});

describe('a channel', () => {
  it('that turns a message away for now is asked again later, as late as it says', async () => {
    receiver.fail(503);
    await tell();
    expect(await sendDue(system, channelId)).toEqual(new Date(now.getTime() + 5_000));
    expect((await rows())[0]).toMatchObject({ state: 'queued', attempts: 1, fault: { code: 'webhook_503' } });
    receiver.fail(429, { headers: { 'retry-after': '120' } });
    later(1);
    expect(await sendDue(system, channelId)).toEqual(new Date(now.getTime() + 120_000));
    receiver.fail(null);
    later(2);
    await sendDue(system, channelId);
    expect(await states()).toEqual(['sent']);
  });

  it('spares what waits behind one that got no answer', async () => {
    receiver.fail(503);
    await tell('ticket.sla_breached');
    await tell();
    const before = receiver.calls();
    await sendDue(system, channelId);
    expect(receiver.calls() - before).toBe(1);
  });

  it('is given up on in the end, and tried again when somebody asks', async () => {
    receiver.fail(500);
    await tell();
    for (let turn = 0; turn < mostAttempts; turn++) {
      await sendDue(system, channelId);
      later(31);
    }
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'gave_up', attempts: mostAttempts, nextAt: null });
    receiver.fail(null);
    await expect(retryDelivery(agent, { deliveryId: row?.id ?? '' })).rejects.toMatchObject({ code: 'not_permitted' });
    await retryDelivery(admin, { deliveryId: row?.id ?? '' });
    await sendDue(system, channelId);
    expect(await states()).toEqual(['sent']);
    await expect(retryDelivery(admin, { deliveryId: row?.id ?? '' })).rejects.toMatchObject({ code: 'not_retryable' });
  });

  it('that refuses for good is not asked again, and says so at the channel', async () => {
    receiver.fail(404);
    await tell();
    expect(await sendDue(system, channelId)).toBeNull();
    expect((await rows())[0]).toMatchObject({ state: 'refused', fault: { code: 'webhook_404' } });
    const channel = await test.database.selectFrom('channel').selectAll().executeTakeFirstOrThrow();
    expect(channel).toMatchObject({ status: 'failed', statusDetail: expect.stringContaining('404') as string });
  });

  it('that is switched off keeps what waits, until that is no news any more', async () => {
    await tell();
    await setChannelActive(system, { channelId, isActive: false });
    expect(await sendDue(system, channelId)).toBeNull();
    expect(await states()).toEqual(['queued']);
    await tell('ticket.sla_breached');
    expect(await states()).toEqual(['queued']);
    later(25 * 60);
    await setChannelActive(system, { channelId, isActive: true });
    forgetKept(system);
    await sendDue(system, channelId);
    expect((await rows())[0]).toMatchObject({ state: 'gave_up', fault: { code: 'too_late' } });
    expect(receiver.received).toEqual([]);
  });

  it('sends what a killed sender had begun once more under the same id', async () => {
    await tell();
    const [row] = await rows();
    await test.database
      .updateTable('notificationDelivery')
      .set({ state: 'sending', attempts: 1, attemptedAt: now, nextAt: new Date(now.getTime() + 60_000) })
      .execute();
    expect(await sendDue(system, channelId)).toEqual(new Date(now.getTime() + 60_000));
    later(1);
    await sendDue(system, channelId);
    expect(receiver.received.map(({ id }) => id)).toEqual([row?.id]);
    expect(await states()).toEqual(['sent']);
  });

  it('is woken where its workflow is gone, once', async () => {
    await tell();
    await test.database.updateTable('outbox').set({ isPending: false }).execute();
    expect(await wakeOverdueChannels(system)).toBe(0);
    later(3);
    expect(await wakeOverdueChannels(system)).toBe(1);
    expect(await wakeOverdueChannels(system)).toBe(0);
    await test.database.updateTable('outbox').set({ isPending: false }).execute();
    await sendDue(system, channelId);
    expect(await wakeOverdueChannels(system)).toBe(0);
  });

  it('can be tried by an administrator, and the try stands in the log', async () => {
    expect(await sendTest(admin, { channelId })).toMatchObject({ fault: null });
    expect(receiver.received[0]?.payload.data).toMatchObject({ kind: 'test', title: 'Test message' });
    receiver.fail(401);
    expect(await sendTest(admin, { channelId })).toMatchObject({ fault: { code: 'webhook_401' } });
    expect(await states()).toEqual(['sent', 'refused']);
    await expect(sendTest(agent, { channelId })).rejects.toMatchObject({ code: 'not_permitted' });
  });
});

it('keeps two administrators from undoing each other’s rules', async () => {
  const kind = 'ticket.assigned' as const;
  const rule = { kind, channelIds: [channelId], passesQuietHours: false, mergeMinutes: 5 };
  await expect(setNotificationRules(admin, { rules: [{ ...rule, expectedVersion: 0 }] })).rejects.toMatchObject({
    code: 'stale_version',
  });
  await expect(
    setNotificationRules(admin, { rules: [{ ...rule, expectedVersion: 1, channelIds: [newId()] }] }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
