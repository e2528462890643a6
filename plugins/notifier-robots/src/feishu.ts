import { createHmac } from 'node:crypto';
import { defineNotifierPlugin, field, type NotifierMessage } from '@handoff/plugin-sdk';
import { z } from 'zod';
import { readAnswer, type KnownCode } from './read-answer.ts';
import { partsOf } from './robot-message.ts';
import { address, keyFrom, signingSecret } from './settings.ts';

const vendor = { en: 'Feishu', zh: '飞书' };

/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
const codes: Readonly<Record<number, KnownCode>> = {
  9499: {
    text: { en: 'the message is not in the form asked for, or it was too busy', zh: '请求有误或系统繁忙' },
    isRetryable: false,
  },
  11232: {
    text: { en: 'too many messages (100 a minute, 5 a second)', zh: '发送超过频率限制（每分钟 100 条、每秒 5 条）' },
    isRetryable: true,
    waitSeconds: 60,
  },
  19001: {
    text: { en: 'the hook does not exist; copy its address again', zh: 'Webhook 无效，请重新复制' },
    isRetryable: false,
  },
  19021: {
    text: {
      en: 'the signature does not fit, or this machine’s clock is more than an hour off',
      zh: '签名校验失败，或服务器时间相差超过 1 小时',
    },
    isRetryable: false,
  },
  19022: { text: { en: 'this address is not among those allowed', zh: '服务器 IP 不在白名单内' }, isRetryable: false },
  19024: {
    text: { en: 'the message has none of the robot’s key words', zh: '消息不含机器人设置的关键词' },
    isRetryable: false,
  },
};

/** Base64 of HMAC-SHA256 over nothing, under a key of the time (s of the epoch), a line break and the secret. */
export const signFeishu = (secret: string, timestamp: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');

function cardOf(message: NotifierMessage, emails: readonly string[]) {
  const { title, text, url, open } = partsOf(message);
  const mentions = emails.map((email) => `<at email=${email}></at>`).join(' ');
  const content = [text, url && `[${open}](${url})`, mentions].filter(Boolean).join('\n');
  return {
    header: { title: { tag: 'plain_text', content: title }, template: message.isUrgent ? 'red' : 'blue' },
    elements: [{ tag: 'div', text: { tag: 'lark_md', content } }],
  };
}

/**
 * A robot of a Feishu group (飞书自定义机器人): a card, members mentioned by e-mail address, calls signed where the group
 * asks for it. 100 messages a minute and 5 a second.
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const notifierFeishu = defineNotifierPlugin({
  id: 'notifier-feishu',
  name: { en: 'Feishu group robot', zh: '飞书群机器人' },
  config: z.object({
    hookToken: field(keyFrom(/\/hook\/([^/?\s]+)/), {
      title: { en: 'Token of the hook', zh: 'Webhook 令牌' },
      description: { en: 'The end of the robot’s webhook address.', zh: '机器人 Webhook 地址的末段。' },
      secret: true,
    }),
    signingSecret,
    mention: field(z.enum(['none', 'email']).default('none'), {
      title: { en: 'Mention by', zh: '提醒成员' },
      description: { en: 'none or email.', zh: 'none 不提醒，email 按邮箱。' },
    }),
    serviceUrl: address('https://open.feishu.cn/open-apis/bot/v2/hook'),
  }),
  audience: 'group',
  rate: { messages: 100, seconds: 60 },
  needs: null,
  async send(host, message) {
    const { hookToken, signingSecret: secret, mention, serviceUrl } = host.config;
    const timestamp = String(Math.floor(host.now().getTime() / 1000));
    const emails = mention === 'email' ? message.recipients.flatMap(({ email }) => email ?? []) : [];
    const body = {
      ...(secret && { timestamp, sign: signFeishu(secret, timestamp) }),
      msg_type: 'interactive',
      card: cardOf(message, emails),
    };
    const answer = await host.request({
      url: `${serviceUrl}/${hookToken}`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    readAnswer({ vendor, codes, now: host.now() }, answer);
  },
});
