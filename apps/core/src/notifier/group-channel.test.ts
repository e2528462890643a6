import { randomBytes } from 'node:crypto';
import { notifierWecom } from '@handoff/notifier-robots';
import { startFakeRobots, type FakeRobots } from '@handoff/notifier-robots/testing/fake-robots';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createChannel } from '../channel/create-channel.ts';
import { createPluginRegistry } from '../channel/plugin-registry.ts';
import { setChannelActive } from '../channel/update-channel.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { setPreference } from '../identity/set-preference.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { createSecretBox } from '../platform/secret-box.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { deliverNotifications } from '../work/deliver-notification.ts';
import { sendDue } from './send-due.ts';
import { setNotificationRules } from './set-notification-rules.ts';

type Hired = Context & { actor: { agentId: string } };

let test: TestDatabase;
let desk: ServiceDesk;
let robots: FakeRobots;
let system: Context;
let handler: Hired;
let overseer: Hired;
let outsider: Hired;
let channelId: string;
let now = new Date();

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  robots = await startFakeRobots({ now: () => now.getTime() });
  const equipped = {
    secrets: createSecretBox(randomBytes(32).toString('base64')),
    plugins: createPluginRegistry([notifierWecom]),
    outgoing: { allowedInternalAddresses: ['127.0.0.1'] },
    now: () => now,
  };
  system = { ...desk.system, ...equipped };
  handler = { ...(await desk.hire({ 'ticket.read': 'self' })), ...equipped };
  overseer = { ...(await desk.hire({ 'ticket.read': 'all', 'channel.manage': 'all' })), ...equipped };
  outsider = { ...(await desk.hire({ 'ticket.read': 'self' })), ...equipped };
  channelId = await createChannel(system, {
    pluginId: notifierWecom.id,
    name: 'Robot',
    settings: { key: robots.key, mention: 'login', serviceUrl: robots.urls.wecom },
  });
  await setChannelActive(system, { channelId, isActive: true });
  const rule = { channelIds: [channelId], passesQuietHours: false, mergeMinutes: 5, expectedVersion: 0 };
  await setNotificationRules(overseer, { rules: [{ ...rule, kind: 'ticket.offered' }] });
});
afterAll(async () => {
  await robots.stop();
  await test.drop();
});
beforeEach(async () => {
  now = new Date(now.getTime() + 60 * 60 * 1000);
  robots.posted.length = 0;
  await test.database.deleteFrom('notificationDelivery').execute();
});

const makeTicket = (): Promise<string> =>
  createTicket(handler, {
    typeId: desk.typeId,
    title: 'Visit',
    contactPhone: '13805715678',
    answers: { contact_phone: '13805715678' },
  });
const offer = (ticketId: string, people: readonly Hired[], kind = 'ticket.offered') => ({
  causeId: newId(),
  kind,
  agentIds: people.map(({ actor }) => actor.agentId),
  subjectType: 'ticket',
  subjectId: ticketId,
  isActionable: true,
  params: { number: 'V1', title: 'Visit', node: { en: 'Visit', zh: '上门' } },
});
const loginOf = async ({ actor }: Hired): Promise<string> =>
  (
    await test.database
      .selectFrom('agent')
      .select('loginName')
      .where('id', '=', actor.agentId)
      .executeTakeFirstOrThrow()
  ).loginName;

it('hears of a happening once, and names those in it who may see the ticket', async () => {
  await deliverNotifications(system, [offer(await makeTicket(), [handler, overseer, outsider])]);
  await sendDue(system, channelId);
  expect(robots.posted).toHaveLength(1);
  expect(robots.posted[0]?.mentioned.toSorted()).toEqual([await loginOf(handler), await loginOf(overseer)].toSorted());
  expect(robots.posted[0]?.text).not.toContain('times');
});

it('is not made to hear what only one person has asked for, and need not name who does not want it', async () => {
  const id = toGlobalId('Channel', channelId);
  const choose = (settings: object) => setPreference(handler, { key: 'notifications', setting: settings });
  await choose({ channels: { 'ticket.returned': { [id]: true }, 'ticket.offered': { [id]: false } } });
  const ticketId = await makeTicket();
  await deliverNotifications(system, [offer(ticketId, [handler], 'ticket.returned')]);
  await deliverNotifications(system, [offer(ticketId, [handler, overseer])]);
  await sendDue(system, channelId);
  expect(robots.posted.map(({ mentioned }) => mentioned)).toEqual([[await loginOf(overseer)]]);
  await choose({});
});

it('is sent no more a minute than its vendor takes, and nothing is lost by that', async () => {
  const ticketIds = await Promise.all(Array.from({ length: 25 }, makeTicket));
  await deliverNotifications(
    system,
    ticketIds.map((id) => offer(id, [overseer])),
  );
  const since = now.getTime();
  // The clock stands still while one turn sends; the next must wait for the minute, in whichever process it is.
  const nextAt = await sendDue(system, channelId);
  expect(robots.posted).toHaveLength(20);
  expect(nextAt).toEqual(new Date(since + 60_000));
  now = new Date(since + 59_000);
  await sendDue(system, channelId);
  expect(robots.posted).toHaveLength(20);
  now = new Date(since + 60_001);
  expect(await sendDue(system, channelId)).toBeNull();
  expect(robots.posted).toHaveLength(25);
  const rows = await test.database.selectFrom('notificationDelivery').select(['state', 'attempts']).execute();
  expect(rows.every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
});
