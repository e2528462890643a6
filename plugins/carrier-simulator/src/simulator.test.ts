import { describeCarrierPlugin } from '@handoff/plugin-sdk/testing/carrier-contract';
import { carrierSimulator } from './index.ts';

describeCarrierPlugin({
  plugin: carrierSimulator,
  settings: { city: 'Hangzhou' },
  badSettings: [{ settings: { city: '' }, field: 'city' }],
  host: {
    request: () => Promise.reject(new Error('it asks nobody')),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => new Date('2026-03-18T06:30:00Z'),
  },
  known: { number: 'SF1412345678', carrier: 'shunfeng' },
  formless: 'not a number',
  unknown: { number: 'SF1412345670', carrier: 'shunfeng' },
});
