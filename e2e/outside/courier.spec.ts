import { startFakeKuaidi100, type FakeKuaidi100 } from '@handoff/carrier-kuaidi100/testing/fake-kuaidi100';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { violationsOf } from '../support/violations.ts';

let browser: Browser;
let admin: Integrator;
let fake: FakeKuaidi100;
let simulatorId: string;
let page: Page;

interface Found {
  number: string;
  courierNumbers: { number: string }[];
}

const setActive = (channelId: string, isActive: boolean) =>
  admin.act('setChannelActive', { channelId, isActive }, 'channel { id }');

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  fake = await startFakeKuaidi100();
  const { channels } = await admin.query<{ channels: { id: string; kind: string }[] }>('{ channels { id kind } }');
  simulatorId = channels.find(({ kind }) => kind === 'carrier')?.id ?? '';
  page = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(async () => {
  await setActive(simulatorId, true);
  await fake.stop();
  await browser.close();
});

async function shippedTicket(): Promise<{ ticket: string; parcel: string }> {
  const { tickets } = await admin.query<{ tickets: { edges: { node: Found }[] } }>(
    '{ tickets(first: 100, view: ALL, filter: { search: "XS" }) { edges { node { number courierNumbers { number } } } } }',
  );
  const all = tickets.edges.map(({ node }) => node);
  const found = all.find(({ courierNumbers }) => courierNumbers.length > 0);
  if (!found) throw new Error(`none of ${all.length} tickets holds a courier number`);
  return { ticket: found.number, parcel: found.courierNumbers[0]?.number ?? '' };
}

it('shows a parcel of the demo company at a click on its number', async () => {
  const { ticket, parcel } = await shippedTicket();
  await openPage(page, `/tickets/${ticket}`);
  await page.getByRole('button', { name: `Track parcel ${parcel}` }).click();
  const panel = page.getByRole('dialog', { name: `Parcel ${parcel}` });
  await panel
    .getByText(/simulated/)
    .first()
    .waitFor();
  expect(await violationsOf(page, '.side-panel')).toEqual([]);
});

it('asks Kuaidi100 once it is set up, keeps its key sealed, and says its refusals in its words', async () => {
  await setActive(simulatorId, false);
  await openPage(page, '/admin/channels');
  await page.getByRole('button', { name: 'New channel' }).click();
  await page.getByRole('combobox', { name: 'Plugin' }).click();
  await page.getByRole('option', { name: 'Kuaidi100' }).click();
  await page.getByRole('textbox', { name: 'Customer code' }).fill(fake.customer);
  await page.getByLabel('Authorisation key').fill('a-wrong-key');
  await page.getByRole('textbox', { name: 'Address of queries' }).fill(fake.queryUrl);
  await page.getByRole('textbox', { name: 'Address of carrier detection' }).fill(fake.detectUrl);
  await page.getByRole('button', { name: 'Create channel' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kuaidi100' }).waitFor();
  await page.getByText('It is set. Leave this empty to keep it.').waitFor();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('Asked when needed').waitFor();
  const channelPage = new URL(page.url()).pathname;

  const { ticket, parcel } = await shippedTicket();
  const open = async () => {
    await openPage(page, `/tickets/${ticket}`);
    await page.getByRole('button', { name: `Track parcel ${parcel}` }).click();
    return page.getByRole('dialog', { name: `Parcel ${parcel}` });
  };
  let panel = await open();
  await panel.getByRole('alert').getByText('key已过期').waitFor();

  await openPage(page, channelPage);
  await page.getByLabel('Authorisation key').fill(fake.apiKey);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Saved').first().waitFor();
  panel = await open();
  await panel.getByRole('alert').getByText('查询无结果，请隔段时间再查').waitFor();

  fake.parcels.push({
    number: parcel,
    carrier: 'yunda',
    state: '5',
    events: [
      { time: '2026-03-17 21:35:28', context: '已揽收', areaName: '广东,东莞市' },
      { time: '2026-03-18 09:12:00', context: '正在派送，请保持电话畅通', areaName: '浙江,杭州市' },
    ],
  });
  await panel.getByRole('combobox', { name: 'Carrier' }).click();
  await page.getByRole('option', { name: 'Yunda Express' }).click();
  await panel.getByText('Out for delivery').waitFor();
  const events = panel.getByRole('list', { name: 'What happened' }).getByRole('listitem');
  expect((await events.allInnerTexts()).map((text) => text.split('\n').at(-1))).toEqual([
    '正在派送，请保持电话畅通',
    '已揽收',
  ]);
  const { channels } = await admin.query<{ channels: { id: string; settings: object; secretsSet: string[] }[] }>(
    '{ channels { id settings secretsSet } }',
  );
  const channel = channels.find(({ id }) => channelPage.includes(encodeURIComponent(id)));
  expect(channel?.secretsSet).toEqual(['apiKey']);
  expect(JSON.stringify(channel?.settings)).not.toContain(fake.apiKey);
  await setActive(channel?.id ?? '', false);
});

it('says that nothing is set up where no carrier can be asked', async () => {
  await setActive(simulatorId, false);
  const { ticket, parcel } = await shippedTicket();
  await openPage(page, `/tickets/${ticket}`);
  await page.getByRole('button', { name: `Track parcel ${parcel}` }).click();
  await page.getByRole('alert').getByText('No courier service is set up.').waitFor();
});
