import type { CarrierHost } from '@handoff/plugin-sdk';
import { describeCarrierPlugin } from '@handoff/plugin-sdk/testing/carrier-contract';
import { createOutgoingHost } from '@handoff/plugin-sdk/testing/outgoing-host';
import { afterAll, expect, it } from 'vitest';
import { carrierKuaidi100 } from './index.ts';
import { startFakeKuaidi100 } from './testing/fake-kuaidi100.ts';

const fake = await startFakeKuaidi100();
afterAll(() => fake.stop());

const number = 'SF1412345678';
fake.parcels.push({
  number,
  carrier: 'shunfeng',
  phoneEnd: '5678',
  state: '5',
  events: [
    { time: '2026-03-18 09:12:00', context: '快件正在派送', areaName: '浙江,杭州市' },
    { time: '2026-03-17 21:35:28', context: '顺丰已收取快件', areaName: '广东,东莞市' },
  ],
});

const host: CarrierHost = { ...createOutgoingHost(), now: () => new Date('2026-03-18T06:30:00Z') };
const settings = {
  customer: fake.customer,
  apiKey: fake.apiKey,
  queryUrl: fake.queryUrl,
  detectUrl: fake.detectUrl,
};

describeCarrierPlugin({
  plugin: carrierKuaidi100,
  settings,
  badSettings: [
    { settings: { ...settings, customer: '' }, field: 'customer' },
    { settings: { ...settings, apiKey: 'x' }, field: 'apiKey' },
    { settings: { ...settings, queryUrl: 'ftp://poll.kuaidi100.com' }, field: 'queryUrl' },
  ],
  host,
  known: { number, carrier: 'shunfeng' },
  formless: 'not a number',
  unknown: { number: 'SF1400000000', carrier: 'shunfeng' },
});

const service = carrierKuaidi100.carrier;
const track = (more: object = {}) =>
  service?.track(host, { ...settings, ...more }, { number, carrier: 'shunfeng', phone: '13805715678' });

it('reads times as clocks in China show them, and the place of each event', async () => {
  const tracking = await track();
  expect(tracking?.state).toBe('delivering');
  expect(tracking?.events[0]).toEqual({
    at: new Date('2026-03-18T01:12:00Z'),
    text: '快件正在派送',
    place: '浙江 杭州市',
  });
});

it.each([
  ['503', false],
  ['601', false],
  ['502', true],
])('passes the words of refusal %s on', async (code, isRetryable) => {
  const wrong = code === '503' ? { apiKey: 'another-key' } : {};
  fake.fail(code === '503' ? null : code);
  await expect(track(wrong)).rejects.toMatchObject({ code: `kuaidi100_${code}`, isRetryable });
  fake.fail(null);
});

it('says that a phone number is missing where the carrier wants one', async () => {
  const asked = service?.track(host, settings, { number, carrier: 'shunfeng', phone: null });
  await expect(asked).rejects.toMatchObject({ code: 'kuaidi100_408' });
});

it('is not taken in by what is no answer', async () => {
  const odd: CarrierHost = {
    ...host,
    request: () => Promise.resolve({ status: 502, headers: {}, body: '<html>Bad gateway' }),
  };
  const asked = service?.track(odd, settings, { number, carrier: 'shunfeng', phone: null });
  await expect(asked).rejects.toMatchObject({ code: 'unreadable', isRetryable: true });
});
