import { field } from '@handoff/plugin-sdk';
import { z } from 'zod';

/** Where a vendor's robots are called; another address for a proxy of the company's own. */
export const address = (standard: string) =>
  field(
    z
      .url({ protocol: /^https?$/, error: 'write an http or https address | 请填写 http 或 https 地址' })
      .default(standard),
    { title: { en: 'Address of the service', zh: '服务地址' } },
  );

/** A key as it stands in the address that the vendor shows; the whole address may be pasted. */
export const keyFrom = (parameter: RegExp) =>
  z
    .string()
    .trim()
    .max(500)
    .transform((pasted) => parameter.exec(pasted)?.[1] ?? pasted)
    .pipe(z.string().regex(/^[A-Za-z0-9-]{8,100}$/, 'Paste the key, or the whole address | 请粘贴密钥或完整地址'));

/** The secret with which a robot's calls are signed, where its group asks for that. */
export const signingSecret = field(z.string().trim().min(8).max(200).optional(), {
  title: { en: 'Signing secret', zh: '加签密钥' },
  description: {
    en: 'Where the robot’s security settings ask for a signature.',
    zh: '机器人安全设置中启用“加签/签名校验”时填写。',
  },
  secret: true,
});
