import { field, type ConfiguredHost } from '@handoff/plugin-sdk';
import { z } from 'zod';

const number = z.string().regex(/^\+?[\d -]{3,30}$/, { error: 'write it in digits | 请填写数字号码' });

export const config = z.object({
  companyNumbers: field(z.array(number).min(1).max(50), {
    title: { en: 'Company numbers', zh: '公司号码' },
    description: {
      en: 'The numbers that customers call. The first is shown when calling out.',
      zh: '客户拨打的号码，外呼时显示第一个。',
    },
  }),
  isRecording: field(z.boolean().default(true), { title: { en: 'Record calls', zh: '通话录音' } }),
  maxRecordingSeconds: field(z.int().min(1).max(600).default(60), {
    title: { en: 'Longest recording (s)', zh: '录音最长时长（秒）' },
  }),
  doCustomersAnswer: field(z.boolean().default(true), {
    title: { en: 'Customers answer at once', zh: '客户立即接听' },
    description: {
      en: 'Off: an outgoing call rings until the action "Customer answers" is run.',
      zh: '关闭后，外呼将一直振铃，直到执行“客户接听”。',
    },
  }),
  apiSecret: field(z.string().min(8).max(200).optional(), {
    title: { en: 'API secret', zh: 'API 密钥' },
    description: { en: 'Not needed here; shows how secrets are kept.', zh: '模拟器无需填写，仅演示密钥的保存方式。' },
    secret: true,
  }),
});

export type SimulatorHost = ConfiguredHost<typeof config>;
