import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { keepPicture } from '../support/keep-picture.ts';
import { openBrowser } from '../support/open-browser.ts';

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
  await zone.fill('Europe/Lond');
  await page.getByRole('option', { name: 'Europe/London' }).click();
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
