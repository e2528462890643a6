import { startFakeRobots, type FakeRobots } from '@handoff/notifier-robots/testing/fake-robots';
import { startFakeReceiver, type FakeReceiver } from '@handoff/notifier-webhook/testing/fake-receiver';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { agentIds, asPerson, type Integrator } from '../support/integrator.ts';
import { faultAnswers, presentStep, typeIdOf } from '../support/demo-ticket.ts';
import { hastyRepair } from '../support/hasty-repair.ts';
import { openBrowser } from '../support/open-browser.ts';
import { violationsOf } from '../support/violations.ts';

let browser: Browser;
let admin: Integrator;
let creator: Integrator;
let receiver: FakeReceiver;
let robots: FakeRobots;
let page: Page;

const rulesPage = '/admin/integration/notifications';
const logPage = `${rulesPage}/log`;
/** Of their own for each run, which may meet an instance that has had others. */
const run = Date.now().toString(36);
const names = { webhook: `Message gateway ${run}`, robot: `Night shift group ${run}` };

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  creator = await asPerson('li.na');
  receiver = await startFakeReceiver();
  robots = await startFakeRobots();
  page = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(async () => {
  const { channels } = await admin.query<{ channels: { id: string; kind: string }[] }>('{ channels { id kind } }');
  for (const { id } of channels.filter(({ kind }) => kind === 'notifier')) {
    await admin.act('setChannelActive', { channelId: id, isActive: false }, 'channel { id }');
  }
  await receiver.stop();
  await robots.stop();
  await browser.close();
});

/** Makes a channel as an administrator does, and switches it on. */
async function makeChannel(plugin: string, name: string, settings: Record<string, string>): Promise<void> {
  await openPage(page, '/admin/channels');
  await page.getByRole('button', { name: 'New channel' }).click();
  await page.getByRole('combobox', { name: 'Plugin' }).click();
  await page.getByRole('option', { name: plugin }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  for (const [label, value] of Object.entries(settings)) {
    await page.getByLabel(new RegExp(`^${label}\\s*\\*?$`)).fill(value);
  }
  await page.getByRole('button', { name: 'Create channel' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('button', { name: 'Switch off' }).waitFor();
}

/** Opens a repair and gives its step to somebody; returns its number. */
async function giveTicket(to: string): Promise<string> {
  const typeId = await typeIdOf(creator, 'repair');
  const input = { typeId, title: '空调不制冷 No cooling', answers: faultAnswers };
  const { ticket } = await creator.act<{ ticket: { number: string } }>('createTicket', input, 'ticket { number }');
  const { ticketId, stepId } = await presentStep(admin, ticket.number);
  const toAgentId = (await agentIds(admin)).get(to) ?? '';
  await admin.act('reassignStep', { ticketId, stepId, toAgentId }, 'ticket { id }');
  return ticket.number;
}

const until = async (isThere: () => boolean): Promise<void> => {
  for (let waited = 0; !isThere(); waited += 100) {
    if (waited > 60_000) throw new Error('nothing arrived');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const line = (text: string) =>
  page.getByRole('table', { name: 'Delivery log' }).getByRole('row').filter({ hasText: text });

it('sets up a webhook and a robot, and tries both with a test message', async () => {
  await makeChannel('Webhook (third-party interface)', names.webhook, {
    Address: receiver.url,
    'Signing secret': receiver.secret,
  });
  await makeChannel('DingTalk group robot', names.robot, {
    'Access token': `https://oapi.dingtalk.com/robot/send?access_token=${robots.key}`,
    'Signing secret': robots.secret,
    'Address of the service': robots.urls.dingtalk,
  });
  await openPage(page, rulesPage);
  for (const name of Object.values(names)) {
    const row = page.getByRole('table', { name: 'Channels' }).getByRole('row').filter({ hasText: name });
    await row.getByRole('button', { name: 'Send a test message' }).click();
    await row.getByText('Sent', { exact: true }).waitFor();
  }
  expect(receiver.received.map(({ payload }) => payload.data.kind)).toEqual(['test']);
  expect(robots.posted.map(({ vendor }) => vendor)).toEqual(['dingtalk']);
  const { channels } = await admin.query<{ channels: object[] }>('{ channels { settings secretsSet } }');
  expect(JSON.stringify(channels)).not.toMatch(new RegExp(`${robots.key}|${robots.secret}|${receiver.secret}`));
});

it('says what goes where, and a ticket that is given to somebody is told there, signed and once', async () => {
  await openPage(page, rulesPage);
  for (const name of Object.values(names)) {
    await page.getByRole('checkbox', { name: `Given to somebody over ${name}` }).check();
  }
  await page.getByRole('button', { name: 'Save what goes where' }).click();
  await page.getByText('Saved').first().waitFor();
  expect(await violationsOf(page, '#main')).toEqual([]);
  // Rules are kept for two seconds by the worker.
  await page.waitForTimeout(2_500);

  const number = await giveTicket('liu.yang');
  await until(() => receiver.received.some(({ payload }) => String(payload.data.title).startsWith(number)));
  await until(() => robots.posted.some(({ text }) => text.includes(number)));
  const told = receiver.received.find(({ payload }) => String(payload.data.title).startsWith(number));
  expect(told?.payload.data).toMatchObject({
    kind: 'ticket.assigned',
    url: expect.stringContaining(`/tickets/${number}`) as string,
    recipients: [{ loginName: 'liu.yang' }],
  });
  await openPage(page, logPage);
  await line(number).filter({ hasText: names.webhook }).getByText('Sent', { exact: true }).waitFor();
  await line(number).filter({ hasText: names.robot }).getByText('Sent', { exact: true }).waitFor();
});

it('says why one was refused, and sends it when it is tried again', async () => {
  robots.fail({ code: 310000 });
  const number = await giveTicket('liu.yang');
  await until(() => receiver.received.some(({ payload }) => String(payload.data.title).startsWith(number)));
  await openPage(page, logPage);
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Refused' }).click();
  const refused = line(number).filter({ hasText: names.robot });
  for (let look = 0; (await refused.count()) === 0 && look < 40; look++) {
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.waitForTimeout(300);
  }
  await refused.getByText('310000').waitFor();
  expect(await violationsOf(page, '#main')).toEqual([]);
  robots.fail(null);
  await refused.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('It is tried again now').waitFor();
  await until(() => robots.posted.some(({ text }) => text.includes(number)));
});

it('sends the reminder and the breach of a promise over the channel that its policy names', async () => {
  const { notifierChannels } = await admin.query<{ notifierChannels: { id: string; name: string }[] }>(
    '{ notifierChannels { id name } }',
  );
  const channel = notifierChannels.find(({ name }) => name === names.webhook);
  const key = `told-${run}`;
  const definition = hastyRepair(5, { key, prefix: 'GW', channelIds: [channel?.id ?? ''] });
  await admin.act('publishTicketType', { definition }, 'ticketType { id }');
  const input = { typeId: await typeIdOf(creator, key), title: '漏水 Leak', answers: faultAnswers };
  const { ticket } = await creator.act<{ ticket: { number: string } }>('createTicket', input, 'ticket { number }');
  const told = () =>
    receiver.received
      .filter(({ payload }) => String(payload.data.title).startsWith(ticket.number))
      .map(({ payload }) => payload.data.kind);
  await until(() => told().includes('ticket.sla_breached'));
  expect(told().filter((kind) => String(kind).startsWith('ticket.sla_'))).toEqual([
    'ticket.sla_reminded',
    'ticket.sla_breached',
  ]);
  expect(robots.posted.filter(({ text }) => text.includes(ticket.number))).toEqual([]);
});

it('lets a person switch a channel off, set quiet hours, and hear nothing for a while', async () => {
  const person = await asPerson('zhou.min');
  await person.act('setPreference', { key: 'notifications', setting: {} }, '__typename');
  const own = await (await browseAs(browser, 'zhou.min')).newPage();
  await openPage(own, '/me/notifications');
  const box = own.getByRole('checkbox', { name: `Given to somebody over ${names.webhook}` });
  await box.uncheck();
  await own.getByText('Saved').first().waitFor();
  await openPage(own, '/me/notifications');
  expect(await box.isChecked()).toBe(false);
  await own.getByRole('button', { name: 'Set quiet hours' }).click();
  await own.getByRole('button', { name: 'Change quiet hours' }).waitFor();
  await own.getByRole('button', { name: '8 hours' }).click();
  await own.getByText('Muted until').waitFor();
  expect(await violationsOf(own, '#main')).toEqual([]);

  const before = receiver.received.length;
  await giveTicket('zhou.min');
  await page.waitForTimeout(2_000);
  expect(receiver.received).toHaveLength(before);
  await own.getByRole('button', { name: 'Hear everything again' }).click();
  await own.getByRole('button', { name: '1 hour' }).waitFor();
  await own.getByRole('button', { name: 'No quiet hours' }).click();
  await own.getByRole('button', { name: 'Set quiet hours' }).waitFor();
  await own.context().close();
});
