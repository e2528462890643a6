import { createOutgoingHost } from '@handoff/plugin-sdk/testing/outgoing-host';
import { describeNotifierPlugin, sampleMessage } from '@handoff/plugin-sdk/testing/notifier-contract';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { notifierEmail } from './index.ts';
import { mailOf } from './mail-of.ts';
import { startMailServer } from './testing/mail-server.ts';

const server = await startMailServer();
const host = createOutgoingHost();
const settings = {
  host: '127.0.0.1',
  port: server.port,
  security: 'starttls',
  checksCertificate: false,
  ...server.login,
  from: 'desk@example.com',
};
const send = (facts = {}, chosen: object = settings) =>
  notifierEmail.notifier?.send(host, chosen, sampleMessage(facts));
afterAll(() => server.stop());
beforeEach(() => {
  server.fail(null);
  server.mails.length = 0;
});

/** The first text of a mail as a person reads it. */
function readable(raw: string): string {
  const [, encoding = '', body = ''] =
    /text\/plain[\s\S]*?Content-Transfer-Encoding: (\S+)[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return encoding === 'quoted-printable' ? Buffer.from(bytes, 'latin1').toString('utf8') : body;
}

describeNotifierPlugin({
  plugin: notifierEmail,
  settings,
  badSettings: [
    { settings: { ...settings, from: 'nobody' }, field: 'from' },
    { settings: { ...settings, host: 'smtp://example.com' }, field: 'host' },
    { settings: { ...settings, security: 'none' }, field: 'security' },
  ],
  host,
  refusedSettings: { ...settings, password: 'a-wrong-password' },
  unreachableSettings: { ...settings, port: 9 },
  arrived: () => server.mails.map(({ raw }) => readable(raw)),
  turnAwayOnce: () => server.fail({ code: 451, at: 'data', times: 1 }),
});

it('is encrypted, says that a machine wrote it, and is the same mail when it is sent again', async () => {
  await send();
  await send();
  const [first, second] = server.mails;
  expect(first).toMatchObject({ from: 'desk@example.com', to: ['li.na@example.com'], isEncrypted: true });
  expect(first?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  const idOf = (raw = '') => /^Message-ID: (.+)$/m.exec(raw)?.[1];
  expect(idOf(first?.raw)).toBe('<01KBXSAMPLEMESSAGE00000001@example.com>');
  expect(idOf(second?.raw)).toBe(idOf(first?.raw));
});

it('does not go over a line whose certificate nobody vouches for', async () => {
  await expect(send({}, { ...settings, checksCertificate: true })).rejects.toMatchObject({ isRetryable: false });
  expect(server.mails).toEqual([]);
});

it.each([
  [450, 'rcpt', true, 'smtp_450'],
  [550, 'rcpt', false, 'recipient_refused'],
  [552, 'data', false, 'smtp_552'],
] as const)('takes %i at %s for what it is', async (code, at, isRetryable, named) => {
  server.fail({ code, at });
  await expect(send()).rejects.toMatchObject({ isRetryable, code: named });
});

it('says so where a person has no address', async () => {
  const [recipient] = sampleMessage().recipients;
  await expect(send({ recipients: [{ ...recipient, email: null }] })).rejects.toMatchObject({
    code: 'recipient_no_email',
  });
});

it('lets nobody write headers or markup through a title', () => {
  const mail = mailOf(sampleMessage({ title: 'Hello\r\nBcc: all@example.com <script>' }));
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).not.toContain('<script>');
});
