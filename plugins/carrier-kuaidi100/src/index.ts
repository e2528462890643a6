import { createHash } from 'node:crypto';
import { defineCarrierPlugin } from '@handoff/plugin-sdk';
import { carriers } from './carriers.ts';
import { config } from './config.ts';
import { readAnswer, readDetected } from './read-answer.ts';

/** MD5 over `param`, key and customer one after the other, in capitals: so Kuaidi100 asks for it, and nothing else. */
const sign = (param: string, key: string, customer: string): string =>
  createHash('md5').update(`${param}${key}${customer}`).digest('hex').toUpperCase();

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Numbers as Kuaidi100 takes them; anything else it is not asked about. */
const isNumber = (number: string): boolean => /^[A-Za-z0-9-]{6,32}$/.test(number);

/**
 * Where parcels are, asked of Kuaidi100 (快递100): its real-time query and its detection of carriers, as its
 * documentation and its own examples (github.com/kuaidi100-api) have them.
 */
export const carrierKuaidi100 = defineCarrierPlugin({
  id: 'carrier-kuaidi100',
  name: { en: 'Kuaidi100', zh: '快递100' },
  config,
  carriers,
  async detect(host, number) {
    if (!isNumber(number)) return [];
    const { detectUrl, apiKey } = host.config;
    const body = new URLSearchParams({ key: apiKey, num: number }).toString();
    const answer = await host.request({ url: detectUrl, method: 'POST', headers: form, body });
    return readDetected(answer.status, answer.body);
  },
  async track(host, { number, carrier, phone }) {
    const { queryUrl, apiKey, customer } = host.config;
    const param = JSON.stringify({
      com: carrier,
      num: number,
      ...(phone && { phone: phone.slice(-4) }),
      resultv2: '1',
      show: '0',
      order: 'desc',
    });
    const body = new URLSearchParams({ customer, sign: sign(param, apiKey, customer), param }).toString();
    const answer = await host.request({ url: queryUrl, method: 'POST', headers: form, body });
    return readAnswer(answer.status, answer.body);
  },
});
