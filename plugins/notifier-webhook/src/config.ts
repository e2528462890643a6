import { field } from '@handoff/plugin-sdk';
import { z } from 'zod';
import { keyOf } from './sign.ts';

const shortestKeyBytes = 24;
const longestKeyBytes = 64;

const secret = z
  .string()
  .trim()
  .max(200)
  .refine((text) => {
    const { length } = keyOf(text);
    return text.startsWith('whsec_') && length >= shortestKeyBytes && length <= longestKeyBytes;
  }, 'Write whsec_ and 24 to 64 bytes in base64, as from: echo whsec_$(openssl rand -base64 32) | 请填写 whsec_ 加 24 到 64 字节的 base64，可用 echo whsec_$(openssl rand -base64 32) 生成');

export const config = z.object({
  url: field(z.url({ protocol: /^https?$/, error: 'write an http or https address | 请填写 http 或 https 地址' }), {
    title: { en: 'Address', zh: '接口地址' },
    description: {
      en: 'Each notification is posted to it as JSON.',
      zh: '每条通知以 JSON 形式 POST 到该地址。',
    },
  }),
  signingSecret: field(secret, {
    title: { en: 'Signing secret', zh: '签名密钥' },
    description: {
      en: 'Known to both sides; begins with whsec_. The receiver checks the header webhook-signature with it.',
      zh: '双方共知，以 whsec_ 开头，接收方据此校验请求头 webhook-signature。',
    },
    secret: true,
  }),
});
