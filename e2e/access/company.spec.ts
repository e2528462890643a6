import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { keepPicture } from '../support/keep-picture.ts';
import { openBrowser } from '../support/open-browser.ts';
import { act, newNumber, ringIn } from '../support/phone.ts';

interface Company {
  name: string;
  shortName: string;
  zone: string;
  locale: 'EN' | 'ZH';
  version: number;
}

let browser: Browser;
let admin: Integrator;
let page: Page;
let before: Company;

const read = async () =>
  (await admin.query<{ company: Company }>('{ company { name shortName zone locale version } }')).company;
const change = async (facts: Partial<Company>) =>
  admin.act('updateCompany', { ...facts, expectedVersion: (await read()).version }, 'company { version }');
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  before = await read();
  page = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(async () => {
  const { name, shortName, zone, locale } = before;
  await change({ name, shortName, zone, locale });
  await browser.close();
});

it('changes what the company is called and its zone, and the page around it says so at once', async () => {
  await openPage(page, '/admin/company');
  await page.getByRole('link', { name: before.shortName }).waitFor();
  await field('Short name').fill('Haichen');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  const london = async () => {
    await zone.fill('');
    await zone.fill('Europe/Lond');
    await page.getByRole('option', { name: 'Europe/London' }).click({ timeout: 5_000 });
  };
  // On a busy machine the list of options was seen to close again by itself; whoever types anew has it back.
  await london().catch(london);
  await save();
  await page.getByRole('link', { name: 'Haichen', exact: true }).waitFor();
  expect(await read()).toMatchObject({ name: before.name, shortName: 'Haichen', zone: 'Europe/London' });
  await zone.fill('');
  await save();
  await page.getByText('Fill this in.').waitFor();
});

it('keeps entries when somebody else was first, tells what is there now, and saves over it when asked again', async () => {
  await openPage(page, '/admin/company');
  await field('Name').fill('Haichen Appliances');
  await change({ shortName: 'Sea star' });
  await save();
  await page.getByRole('alert').getByText('Somebody changed this in the meantime').waitFor();
  const note = page.getByRole('status').filter({ hasText: 'Somebody else has changed this meanwhile' });
  await note.getByText('Sea star').waitFor();
  await keepPicture(page, 'company-conflict-1440-light');
  expect(await field('Name').inputValue()).toBe('Haichen Appliances');
  await save();
  await expect.poll(read).toMatchObject({ name: 'Haichen Appliances', shortName: 'Haichen' });
  await note.waitFor({ state: 'detached' });

  await change({ shortName: 'Sea star' });
  await save();
  await note.getByRole('button', { name: 'Take over what is there now' }).click();
  expect(await field('Short name').inputValue()).toBe('Sea star');
});

it("hands a group's calls to another group outside the hours that an admin gives it", async () => {
  interface Records {
    serviceGroups: { id: string; key: string; version: number; calendar: { id: string } | null }[];
  }
  const groups = async () =>
    (await admin.query<Records>('{ serviceGroups { id key version calendar { id } } }')).serviceGroups;
  const complaints = async () => {
    const found = (await groups()).find(({ key }) => key === 'complaints');
    if (!found) throw new Error('the demo company takes no complaints');
    return found;
  };
  const definition = { zone: 'Asia/Shanghai', regular: [], holidays: [], special: [] };
  const never = `never-${Date.now()}`;
  await admin.act('createCalendar', { key: never, name: never, definition }, 'calendar { id }');
  const { id, calendar, version: first } = await complaints();
  const path = `/admin/groups/${encodeURIComponent(id)}`;
  await openPage(page, path);
  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('Working hours', never);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(async () => (await complaints()).version).toBe(first + 1);
  await openPage(page, path);
  await choose('Outside working hours, calls go to', '客服二组');
  await page.getByRole('button', { name: 'Save call rules' }).click();
  await expect.poll(async () => (await complaints()).version).toBe(first + 2);

  const callId = await ringIn(admin, { customerNumber: newNumber(), group: 'complaints' });
  interface Calls {
    calls: { edges: { node: { vendorCallId: string; group: { key: string } | null } }[] };
  }
  const groupOfCall = async () => {
    const { calls } = await admin.query<Calls>(
      '{ calls(first: 20) { edges { node { vendorCallId group { key } } } } }',
    );
    return calls.edges.find(({ node }) => node.vendorCallId === callId)?.node.group?.key;
  };
  await expect.poll(groupOfCall).toBe('customer-service-2');
  await act(admin, 'abandon', callId);
  const { version } = await complaints();
  const back = { groupId: id, expectedVersion: version, calendarId: calendar?.id ?? null };
  await admin.act('updateServiceGroup', back, 'serviceGroup { id }');
});

it('lets somebody without the right neither open the page nor change the company', async () => {
  const agent = await (await browseAs(browser, 'li.na')).newPage();
  expect((await agent.goto('/admin/company'))?.status()).toBe(403);
  const integrator = await asPerson('li.na');
  const refused = await integrator.attempt('updateCompany', { expectedVersion: 1, name: 'Mine' }, 'company { name }');
  expect(refused.code).toBe('not_permitted');
});

it('leads whoever may not open the first page of a section to one that they may', async () => {
  const manager = await (await browseAs(browser, 'zhou.min')).newPage();
  await openPage(manager, '/admin/calendars');
  expect(new URL(manager.url()).pathname).toBe('/admin/tags');
});
