import { createOutgoingHost } from '@handoff/plugin-sdk/testing/outgoing-host';
import { describeNotifierPlugin, sampleMessage } from '@handoff/plugin-sdk/testing/notifier-contract';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { notifierWebhook } from './index.ts';
import { sign } from './sign.ts';
import { startFakeReceiver } from './testing/fake-receiver.ts';

const receiver = await startFakeReceiver();
const settings = { url: receiver.url, signingSecret: receiver.secret };
const host = createOutgoingHost();
const service = notifierWebhook.notifier;
if (!service) throw new Error('no notifier');
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.fail(null);
  receiver.received.length = 0;
});

describeNotifierPlugin({
  plugin: notifierWebhook,
  settings,
  badSettings: [
    { settings: { ...settings, url: 'ftp://example.com' }, field: 'url' },
    { settings: { ...settings, signingSecret: 'whsec_c2hvcnQ=' }, field: 'signingSecret' },
    {
      settings: { url: receiver.url, signingSecret: 'plain text that is long enough, but no base64' },
      field: 'signingSecret',
    },
  ],
  host,
  refusedSettings: { ...settings, signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  unreachableSettings: { ...settings, url: 'http://127.0.0.1:9/' },
  arrived: () => receiver.received.map(({ payload }) => JSON.stringify(payload)),
  turnAwayOnce: () => receiver.fail(503, { times: 1 }),
});

it('signs as the specification’s own example does', () => {
  expect(
    sign(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '1614265330',
      '{"test": 2432232314}',
    ),
  ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

it('has its effect once, however often it is sent', async () => {
  await service.send(host, settings, sampleMessage());
  await service.send(host, settings, sampleMessage());
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]?.payload.data).toMatchObject({
    kind: 'ticket.sla_breached',
    isUrgent: true,
    recipients: [{ loginName: 'li.na' }],
  });
});

it('waits as long as the receiver asks', async () => {
  receiver.fail(429, { headers: { 'retry-after': '120' } });
  await expect(service.send(host, settings, sampleMessage())).rejects.toMatchObject({
    isRetryable: true,
    retryAfterSeconds: 120,
  });
});

it.each([400, 404, 410, 301])('takes %i for a refusal', async (status) => {
  receiver.fail(status);
  await expect(service.send(host, settings, sampleMessage())).rejects.toMatchObject({ isRetryable: false });
});
