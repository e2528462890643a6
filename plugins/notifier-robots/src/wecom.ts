import { defineNotifierPlugin, field } from '@handoff/plugin-sdk';
import { z } from 'zod';
import { readAnswer, type KnownCode } from './read-answer.ts';
import { markdownOf, textOf } from './robot-message.ts';
import { address, keyFrom } from './settings.ts';

const vendor = { en: 'WeCom', zh: '企业微信' };

/** https://developer.work.weixin.qq.com/document/path/90313 */
const codes: Readonly<Record<number, KnownCode>> = {
  [-1]: { text: { en: 'it is busy', zh: '系统繁忙' }, isRetryable: true },
  45009: {
    text: { en: 'more than 20 messages a minute', zh: '发送超过每分钟 20 条的限制' },
    isRetryable: true,
    waitSeconds: 60,
  },
  93000: {
    text: {
      en: 'the robot does not exist any more; copy its key again',
      zh: '机器人不存在或 key 无效，请重新复制',
    },
    isRetryable: false,
  },
  93008: { text: { en: 'the robot is no longer in its group', zh: '机器人已不在群中' }, isRetryable: false },
  40058: { text: { en: 'the message is not in the form asked for', zh: '消息参数不合法' }, isRetryable: false },
};

/**
 * A robot of a WeCom group (企业微信群机器人): markdown, in which members are named by their user ids; phone numbers can
 * only be mentioned in a plain text. 20 messages a minute.
 * https://developer.work.weixin.qq.com/document/path/91770
 */
export const notifierWecom = defineNotifierPlugin({
  id: 'notifier-wecom',
  name: { en: 'WeCom group robot', zh: '企业微信群机器人' },
  config: z.object({
    key: field(keyFrom(/[?&]key=([^&\s]+)/), {
      title: { en: 'Key', zh: '机器人 key' },
      description: { en: 'From the robot’s webhook address.', zh: '见机器人的 Webhook 地址。' },
      secret: true,
    }),
    mention: field(z.enum(['none', 'login', 'phone']).default('none'), {
      title: { en: 'Mention by', zh: '提醒成员' },
      description: {
        en: 'none, login (the login name is the WeCom user id), or phone. A message that mentions by phone is plain text.',
        zh: 'none 不提醒，login 登录名即企业微信 userid，phone 按手机号（消息为纯文本）。',
      },
    }),
    serviceUrl: address('https://qyapi.weixin.qq.com/cgi-bin/webhook/send'),
  }),
  audience: 'group',
  rate: { messages: 20, seconds: 60 },
  needs: null,
  async send(host, message) {
    const { key, mention, serviceUrl } = host.config;
    const phones = message.recipients.flatMap(({ phone }) => phone?.replace(/\D/g, '') || []);
    const logins = message.recipients.map(({ loginName }) => `<@${loginName}>`).join(' ');
    const body =
      mention === 'phone' && phones.length > 0
        ? { msgtype: 'text', text: { content: textOf(message), mentioned_mobile_list: phones } }
        : {
            msgtype: 'markdown',
            markdown: { content: `${markdownOf(message)}${mention === 'login' ? `\n${logins}` : ''}` },
          };
    const answer = await host.request({
      url: `${serviceUrl}?${new URLSearchParams({ key })}`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    readAnswer({ vendor, codes, now: host.now() }, answer);
  },
});
