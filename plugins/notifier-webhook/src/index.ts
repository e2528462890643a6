import { defineNotifierPlugin, PluginError, retryAfterOf, type NotifierMessage } from '@handoff/plugin-sdk';
import { config } from './config.ts';
import { sign } from './sign.ts';

/** What is posted; its form stays as it is, new facts may come beside the old ones. */
const payloadOf = ({ id, kind, at, recipients, title, text, url, locale, isUrgent }: NotifierMessage) => ({
  type: 'notification',
  timestamp: at.toISOString(),
  data: { id, kind, title, text, url, locale, isUrgent, recipients },
});

const isForNow = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/**
 * A "third-party interface": posts each notification as signed JSON by Standard Webhooks, so that a receiver can trust it,
 * drop a repeat by `webhook-id`, and pass it on as a text message, a voice call or whatever else it knows.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const notifierWebhook = defineNotifierPlugin({
  id: 'notifier-webhook',
  name: { en: 'Webhook (third-party interface)', zh: 'Webhook（第三方接口）' },
  config,
  audience: 'person',
  rate: null,
  needs: null,
  async send(host, message) {
    const { url, signingSecret } = host.config;
    const body = JSON.stringify(payloadOf(message));
    const timestamp = String(Math.floor(host.now().getTime() / 1000));
    const answer = await host.request({
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': sign(signingSecret, message.id, timestamp, body),
      },
      body,
    });
    const { status } = answer;
    if (status >= 200 && status < 300) return;
    throw new PluginError(
      `webhook_${status}`,
      {
        en: `The receiver answered ${status}. It has to answer 2xx within 8 seconds, and is not followed elsewhere.`,
        zh: `接收方返回 ${status}。它须在 8 秒内返回 2xx，重定向不会被跟随。`,
      },
      isForNow(status),
      retryAfterOf(answer.headers['retry-after'], host.now()),
    );
  },
});
