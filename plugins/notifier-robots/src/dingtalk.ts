import { createHmac } from 'node:crypto';
import { defineNotifierPlugin, field } from '@handoff/plugin-sdk';
import { z } from 'zod';
import { readAnswer, type KnownCode } from './read-answer.ts';
import { markdownOf, partsOf } from './robot-message.ts';
import { address, keyFrom, signingSecret } from './settings.ts';

const vendor = { en: 'DingTalk', zh: '钉钉' };

const tooFast: KnownCode = {
  text: { en: 'more than 20 messages a minute', zh: '发送超过每分钟 20 条的限制' },
  isRetryable: true,
  // Whoever sends faster is not heard for ten minutes.
  waitSeconds: 600,
};

/** https://open.dingtalk.com/document/orgapp/custom-robot-access */
const codes: Readonly<Record<number, KnownCode>> = {
  [-1]: { text: { en: 'it is busy', zh: '系统繁忙' }, isRetryable: true },
  130101: tooFast,
  660026: tooFast,
  310000: {
    text: {
      en: 'the robot’s security settings (signature, key words or addresses) refuse the message',
      zh: '未通过机器人安全设置（加签、关键词或 IP 地址）的校验',
    },
    isRetryable: false,
  },
  300001: { text: { en: 'the access token is not known', zh: 'access_token 无效' }, isRetryable: false },
  400101: { text: { en: 'the robot is switched off', zh: '机器人已停用' }, isRetryable: false },
};

/** Base64 of HMAC-SHA256 under the secret, over the time (ms of the epoch), a line break and the secret itself. */
export const signDingtalk = (secret: string, timestamp: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/**
 * A robot of a DingTalk group (钉钉自定义机器人): markdown, members mentioned by phone number, calls signed where the group
 * asks for it. 20 messages a minute; whoever sends more is shut out for ten.
 * https://open.dingtalk.com/document/orgapp/custom-robot-access
 * https://open.dingtalk.com/document/robots/customize-robot-security-settings
 */
export const notifierDingtalk = defineNotifierPlugin({
  id: 'notifier-dingtalk',
  name: { en: 'DingTalk group robot', zh: '钉钉群机器人' },
  config: z.object({
    accessToken: field(keyFrom(/[?&]access_token=([^&\s]+)/), {
      title: { en: 'Access token', zh: 'access_token' },
      description: { en: 'From the robot’s webhook address.', zh: '见机器人的 Webhook 地址。' },
      secret: true,
    }),
    signingSecret,
    mention: field(z.enum(['none', 'phone']).default('none'), {
      title: { en: 'Mention by', zh: '提醒成员' },
      description: { en: 'none or phone.', zh: 'none 不提醒，phone 按手机号。' },
    }),
    serviceUrl: address('https://oapi.dingtalk.com/robot/send'),
  }),
  audience: 'group',
  rate: { messages: 20, seconds: 60 },
  needs: null,
  async send(host, message) {
    const { accessToken, signingSecret: secret, mention, serviceUrl } = host.config;
    const timestamp = String(host.now().getTime());
    const query = new URLSearchParams({
      access_token: accessToken,
      ...(secret && { timestamp, sign: signDingtalk(secret, timestamp) }),
    });
    const phones =
      mention === 'phone' ? message.recipients.flatMap(({ phone }) => phone?.replace(/\D/g, '') || []) : [];
    // A number is only mentioned where the text has it too.
    const mentions = phones.map((phone) => `@${phone}`).join(' ');
    const body = {
      msgtype: 'markdown',
      markdown: {
        title: partsOf(message).title,
        text: [markdownOf(message), mentions].filter(Boolean).join('\n\n'),
      },
      at: { atMobiles: phones, isAtAll: false },
    };
    const answer = await host.request({
      url: `${serviceUrl}?${query}`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    readAnswer({ vendor, codes, now: host.now() }, answer);
  },
});
