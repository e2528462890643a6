import { randomBytes } from 'node:crypto';
import { notifierWebhook } from '@handoff/notifier-webhook';
import { startFakeReceiver } from '@handoff/notifier-webhook/testing/fake-receiver';
import { createTestDatabase } from '@handoff/prisma/testing/create-test-database';
import { createChannel } from '../../channel/create-channel.ts';
import { createPluginRegistry } from '../../channel/plugin-registry.ts';
import { setChannelActive } from '../../channel/update-channel.ts';
import { setPreference } from '../../identity/set-preference.ts';
import { newId } from '../../platform/id.ts';
import { createSecretBox } from '../../platform/secret-box.ts';
import { createServiceDesk } from '../../ticket/testing/service-desk.ts';
import { createTicket } from '../../ticket/create-ticket.ts';
import { deliverNotifications } from '../../work/deliver-notification.ts';
import { setNotificationRules } from '../set-notification-rules.ts';

const dayMs = 24 * 60 * 60 * 1000;
const title = '客户 138 0571 5678 空调不制冷';

/** A company with one channel to a webhook, over which two kinds go, and somebody whom they concern. */
export async function openWebhookDesk() {
  const clock = { now: new Date() };
  const test = await createTestDatabase();
  const desk = await createServiceDesk(test.database);
  const receiver = await startFakeReceiver({ now: () => clock.now.getTime() });
  const equipped = {
    secrets: createSecretBox(randomBytes(32).toString('base64')),
    plugins: createPluginRegistry([notifierWebhook]),
    outgoing: { allowedInternalAddresses: ['127.0.0.1'] },
    publicUrl: 'https://crm.example.com/',
    now: () => clock.now,
  };
  const system = { ...desk.system, ...equipped };
  const agent = { ...(await desk.hire({ 'ticket.read': 'self' })), ...equipped };
  const admin = { ...(await desk.hire({ 'channel.manage': 'all' })), ...equipped };
  const channelId = await createChannel(system, {
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
  const ticketId = await createTicket(agent, {
    typeId: desk.typeId,
    title,
    contactPhone: '13805715678',
    answers: { contact_phone: '13805715678', note: 'a secret note' },
  });
  const { database } = test;
  const rows = () => database.selectFrom('notificationDelivery').selectAll().orderBy('id').execute();

  return {
    test,
    desk,
    receiver,
    system,
    agent,
    admin,
    channelId,
    ticketId,
    clock,
    /** A day later, with nothing sent, nothing chosen and a receiver that works. */
    clear: async (): Promise<void> => {
      clock.now = new Date(clock.now.getTime() + dayMs);
      receiver.fail(null);
      receiver.received.length = 0;
      await database.deleteFrom('notificationDelivery').execute();
      await database.deleteFrom('agentPreference').execute();
    },
    later: (minutes: number): void => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
    /** Has the agent told of something about the ticket. */
    tell: (kind = 'ticket.assigned', facts: { channelIds?: string[]; agentIds?: string[] } = {}): Promise<void> =>
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
            title,
            node: { en: 'Visit', zh: '上门' },
            clock: 'first_response',
          },
          ...facts,
        },
      ]),
    rows,
    states: async (): Promise<string[]> => (await rows()).map(({ state }) => state),
    prefer: (settings: object): Promise<void> => setPreference(agent, { key: 'notifications', setting: settings }),
    drop: async (): Promise<void> => {
      await receiver.stop();
      await test.drop();
    },
  };
}
