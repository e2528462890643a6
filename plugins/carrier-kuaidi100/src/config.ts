import { field } from '@handoff/plugin-sdk';
import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'write an http or https address | 请填写 http 或 https 地址' });

export const config = z.object({
  customer: field(z.string().trim().min(6).max(64), {
    title: { en: 'Customer code', zh: '公司编号 customer' },
    description: {
      en: 'From Kuaidi100, under Enterprise management, My information.',
      zh: '见快递100企业管理后台“我的信息”。',
    },
  }),
  apiKey: field(z.string().trim().min(6).max(64), {
    title: { en: 'Authorisation key', zh: '授权 key' },
    secret: true,
  }),
  queryUrl: field(address.default('https://poll.kuaidi100.com/poll/query.do'), {
    title: { en: 'Address of queries', zh: '实时查询地址' },
  }),
  detectUrl: field(address.default('https://www.kuaidi100.com/autonumber/auto'), {
    title: { en: 'Address of carrier detection', zh: '智能识别地址' },
  }),
});
