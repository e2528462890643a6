import { createOutgoingHost } from '@handoff/plugin-sdk/testing/outgoing-host';
import { describeNotifierPlugin, sampleMessage } from '@handoff/plugin-sdk/testing/notifier-contract';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { signDingtalk } from './dingtalk.ts';
import { signFeishu } from './feishu.ts';
import { notifierDingtalk, notifierFeishu, notifierWecom } from './index.ts';
import { startFakeRobots } from './testing/fake-robots.ts';

const robots = await startFakeRobots();
const host = createOutgoingHost();
const { key, secret: signingSecret, urls } = robots;
const otherKey = '00000000-0000-4000-8000-000000000000';
afterAll(() => robots.stop());
beforeEach(() => {
  robots.fail(null);
  robots.forgetCalls();
  robots.posted.length = 0;
});

const nowhere = 'http://127.0.0.1:9';
const subjects = [
  {
    plugin: notifierWecom,
    settings: { key, mention: 'login', serviceUrl: urls.wecom },
    refusedSettings: { key: otherKey, serviceUrl: urls.wecom },
    unreachableSettings: { key, serviceUrl: nowhere },
    badSettings: [
      { settings: { key: 'not a key' }, field: 'key' },
      { settings: { key, mention: 'everybody' }, field: 'mention' },
    ],
  },
  {
    plugin: notifierDingtalk,
    settings: { accessToken: key, signingSecret, mention: 'phone', serviceUrl: urls.dingtalk },
    refusedSettings: { accessToken: key, signingSecret: 'another secret', serviceUrl: urls.dingtalk },
    unreachableSettings: { accessToken: key, serviceUrl: nowhere },
    badSettings: [{ settings: { accessToken: key, serviceUrl: 'file:///etc' }, field: 'serviceUrl' }],
  },
  {
    plugin: notifierFeishu,
    settings: { hookToken: key, signingSecret, mention: 'email', serviceUrl: urls.feishu },
    refusedSettings: { hookToken: key, signingSecret: 'another secret', serviceUrl: urls.feishu },
    unreachableSettings: { hookToken: key, serviceUrl: nowhere },
    badSettings: [{ settings: { hookToken: key, signingSecret: 'short' }, field: 'signingSecret' }],
  },
];

for (const subject of subjects) {
  describeNotifierPlugin({
    ...subject,
    host,
    arrived: () => robots.posted.map(({ text }) => text),
    turnAwayOnce: () => robots.fail({ status: 502, times: 1 }),
  });

  describe(subject.plugin.id, () => {
    const send = (facts = {}, settings: object = subject.settings) =>
      subject.plugin.notifier?.send(host, settings, sampleMessage(facts));

    it('names whom it concerns, and lets no text of people’s speak its markup', async () => {
      await send({ title: 'R1 [click](https://evil.example) <@all> **x** @all', text: '# heading' });
      const [message] = robots.posted;
      expect(message?.mentioned).toHaveLength(1);
      expect(message?.text).not.toMatch(/\]\(https:\/\/evil|<@all>|\*\*|^# heading/m);
    });

    it('keeps within what its vendor takes', async () => {
      const { rate } = subject.plugin.notifier ?? {};
      if (!rate) throw new Error('no rate');
      for (let sent = 0; sent < rate.messages; sent++) await send();
      await expect(send()).rejects.toMatchObject({
        isRetryable: true,
        retryAfterSeconds: expect.any(Number) as number,
      });
    });

    it('takes the whole address where only its key is needed', () => {
      const [name = ''] = Object.keys(subject.settings);
      const pasted = {
        key: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`,
        accessToken: `https://oapi.dingtalk.com/robot/send?access_token=${key}`,
        hookToken: `https://open.feishu.cn/open-apis/bot/v2/hook/${key}`,
      };
      const parsed = subject.plugin.config.parse({ ...subject.settings, [name]: pasted[name as 'key'] });
      expect(parsed[name]).toBe(key);
    });
  });
}

it('mentions phone numbers in WeCom where the company wants that', async () => {
  const settings = { key, mention: 'phone', serviceUrl: urls.wecom };
  await notifierWecom.notifier?.send(host, settings, sampleMessage());
  expect(robots.posted[0]?.mentioned).toEqual(['13900000001']);
});

it.each([
  [notifierWecom, 45009, true],
  [notifierWecom, 93008, false],
  [notifierDingtalk, 660026, true],
  [notifierDingtalk, 310000, false],
  [notifierFeishu, 11232, true],
  [notifierFeishu, 19024, false],
  [notifierFeishu, 12345, false],
])('$0.id knows what $1 means', async (plugin, code, isRetryable) => {
  robots.fail({ code });
  const subject = subjects.find((each) => each.plugin === plugin);
  const sending = plugin.notifier?.send(host, subject?.settings, sampleMessage());
  await expect(sending).rejects.toMatchObject({ code: `robot_${code}`, isRetryable });
});

// Reckoned with openssl: printf '%s\n%s' "$time" "$secret" | openssl dgst -sha256 -hmac "$key" -binary | base64
it('signs as the vendors document', () => {
  expect(signDingtalk('this is secret', '1577808000000')).toBe('ijHEivi6YiCNPZOq4hZstmvZ3sPfbioAiMhP30ae7W0=');
  expect(signFeishu('demo', '1599360473')).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=');
});
