import { randomBytes } from 'node:crypto';
import { carrierKuaidi100 } from '@handoff/carrier-kuaidi100';
import { startFakeKuaidi100, type FakeKuaidi100 } from '@handoff/carrier-kuaidi100/testing/fake-kuaidi100';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createChannel } from '../channel/create-channel.ts';
import { createPluginRegistry } from '../channel/plugin-registry.ts';
import { setChannelActive } from '../channel/update-channel.ts';
import type { Context } from '../platform/context.ts';
import { createSecretBox } from '../platform/secret-box.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { publishTicketType } from '../ticket-type/publish-ticket-type.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { trackCourier } from './track-courier.ts';

const said = (text: string) => ({ en: text, zh: text });

let test: TestDatabase;
let desk: ServiceDesk;
let fake: FakeKuaidi100;
let agent: Context & { actor: { agentId: string } };
let channelId: string;
let typeId: string;
let now = new Date();
let counter = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  fake = await startFakeKuaidi100();
  const equipped = {
    secrets: createSecretBox(randomBytes(32).toString('base64')),
    plugins: createPluginRegistry([carrierKuaidi100]),
    outgoing: { allowedInternalAddresses: ['127.0.0.1'] },
    now: () => now,
  };
  agent = { ...(await desk.hire({ 'ticket.read': 'self' })), ...equipped };
  const system = { ...desk.system, ...equipped };
  const row = await test.database
    .selectFrom('ticketTypeVersion')
    .select('definition')
    .where('typeId', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  const definition = structuredClone(row.definition) as { key: string; prefix: string; form: { sections: object[] } };
  definition.key = 'parcel';
  definition.prefix = 'P';
  definition.form.sections.push({
    key: 'shipping',
    label: said('Shipping'),
    columns: 1,
    fields: [{ type: 'text', key: 'parcels', label: said('Parcels'), holds: 'courier_number' }],
  });
  typeId = await publishTicketType(system, { definition });
  channelId = await createChannel(system, {
    pluginId: carrierKuaidi100.id,
    name: 'Kuaidi100',
    settings: { customer: fake.customer, apiKey: fake.apiKey, queryUrl: fake.queryUrl, detectUrl: fake.detectUrl },
  });
  await setChannelActive(system, { channelId, isActive: true });
});
afterAll(async () => {
  await fake.stop();
  await test.drop();
});

let number: string;
let ticketId: string;
beforeEach(async () => {
  now = new Date();
  counter += 1;
  number = `SF14${String(10_000_000 + counter)}`;
  fake.fail(null);
  fake.parcels.length = 0;
  fake.parcels.push({
    number,
    carrier: 'shunfeng',
    phoneEnd: '5678',
    state: '0',
    events: [
      { time: '2026-03-17 21:35:28', context: '顺丰已收取快件' },
      { time: '2026-03-18 09:12:00', context: '快件到达杭州', areaName: '浙江,杭州市' },
    ],
  });
  ticketId = await createTicket(agent, {
    typeId,
    title: 'Parcel',
    contactPhone: '13805715678',
    answers: { contact_phone: '13805715678', parcels: `${number}, 12345678` },
  });
});

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

it('tells the carrier from the number, orders events newest first, and keeps the answer', async () => {
  const before = fake.queries();
  const story = await trackCourier(agent, { ticketId, number });
  expect(story).toMatchObject({ carrier: 'shunfeng', state: 'in_transit', fault: null });
  expect(story.events.map(({ text }) => text)).toEqual(['快件到达杭州', '顺丰已收取快件']);
  await trackCourier(agent, { ticketId, number });
  expect(fake.queries()).toBe(before + 1);
  later(31);
  await trackCourier(agent, { ticketId, number });
  expect(fake.queries()).toBe(before + 2);
  const channel = await test.database.selectFrom('channel').selectAll().where('id', '=', channelId).executeTakeFirst();
  expect(channel?.status).toBe('connected');
  expect(channel?.secrets).not.toContain(fake.apiKey);
  expect(JSON.stringify(channel?.settings)).not.toContain(fake.apiKey);
});

it("says a refusal in the carrier's words beside what was known before", async () => {
  await trackCourier(agent, { ticketId, number });
  fake.fail('502');
  later(31);
  const story = await trackCourier(agent, { ticketId, number });
  expect(story.fault?.text.zh).toContain('服务器繁忙');
  expect(story.events).toHaveLength(2);
  fake.fail(null);
  later(2);
  expect((await trackCourier(agent, { ticketId, number })).fault).toBeNull();
});

it('asks for a carrier where the number tells none, and remembers the choice', async () => {
  const shown = await trackCourier(agent, { ticketId, number: '12345678' });
  expect(shown).toMatchObject({ fault: { code: 'carrier_unknown' }, events: [] });
  const chosen = await trackCourier(agent, { ticketId, number: '12345678', carrier: 'yunda', channelId });
  expect(chosen.fault?.text.zh).toContain('查询无结果');
  later(2);
  expect((await trackCourier(agent, { ticketId, number: '12345678' })).carrier).toBe('yunda');
});

it('says so where the way out is closed', async () => {
  const shut = { ...agent, outgoing: { allowedInternalAddresses: [] } };
  const story = await trackCourier(shut, { ticketId, number });
  expect(story).toMatchObject({ fault: { code: 'unreachable' }, events: [] });
});

it('answers for no number that the ticket does not hold, and to nobody outside its scope', async () => {
  await expect(trackCourier(agent, { ticketId, number: 'SF1499999999' })).rejects.toMatchObject({ code: 'not_found' });
  const other = { ...agent, actor: (await desk.hire({ 'ticket.read': 'self' })).actor, memo: new Map() };
  await expect(trackCourier(other, { ticketId, number })).rejects.toMatchObject({ code: 'not_found' });
});
