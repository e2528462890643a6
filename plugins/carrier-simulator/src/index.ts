import { defineCarrierPlugin, field, PluginError, type TrackingEvent } from '@handoff/plugin-sdk';
import { z } from 'zod';

const config = z.object({
  city: field(z.string().trim().min(1).max(40).default('杭州 Hangzhou'), {
    title: { en: 'City that parcels go to', zh: '目的城市' },
  }),
});

const hourMs = 60 * 60 * 1000;

/** A whole number from the digits of a parcel's number, so that a number always has the same story. */
const seedOf = (number: string): number => Number(number.replace(/\D/g, '').slice(-6) || '0');

const stops = (city: string) => [
  { text: '快件已揽收 Collected', place: '东莞 Dongguan' },
  { text: '快件已到达转运中心 Arrived at the sorting centre', place: '广州 Guangzhou' },
  { text: '快件已发往目的城市 On its way', place: '广州 Guangzhou' },
  { text: '快件已到达转运中心 Arrived at the sorting centre', place: city },
  { text: '快件正在派送 Out for delivery', place: city },
  { text: '快件已签收 Delivered', place: city },
];

/** A carrier without parcels, for demonstrations: every number of its form has a story, the same each time. */
export const carrierSimulator = defineCarrierPlugin({
  id: 'carrier-simulator',
  name: { en: 'Carrier simulator', zh: '物流模拟器' },
  config,
  carriers: [
    { key: 'shunfeng', name: { en: 'SF Express (simulated)', zh: '顺丰速运（模拟）' } },
    { key: 'zhongtong', name: { en: 'ZTO Express (simulated)', zh: '中通快递（模拟）' } },
  ],
  detect: (_host, number) =>
    Promise.resolve(/^SF\d{8,13}$/i.test(number) ? ['shunfeng'] : /^7\d{13}$/.test(number) ? ['zhongtong'] : []),
  track(host, { number, carrier }) {
    const seed = seedOf(number);
    if (seed % 10 === 0) {
      const text = { en: 'The carrier knows nothing of this number yet.', zh: '查询无结果，请隔段时间再查。' };
      return Promise.reject(new PluginError('not_found', text, true));
    }
    const all = stops(host.config.city);
    const count = 2 + (seed % (all.length - 1));
    const last = Math.floor(host.now().getTime() / (6 * hourMs)) * 6 * hourMs - (seed % 5) * hourMs;
    const events = all
      .slice(0, count)
      .map((stop, index): TrackingEvent => ({ ...stop, at: new Date(last - (count - 1 - index) * 7 * hourMs) }));
    const state = count === all.length ? 'delivered' : count === all.length - 1 ? 'delivering' : 'in_transit';
    return Promise.resolve({ carrier, state, events });
  },
});
