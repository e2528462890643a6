import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { keepPicture } from '../support/keep-picture.ts';
import { openBrowser } from '../support/open-browser.ts';
import { becomeReady, phoneOf } from '../support/phone.ts';

let browser: Browser;
let page: Page;
let agent: Page;
const run = Date.now().toString(36);
const label = { en: `Coffee ${run}`, zh: `咖啡 ${run}` };

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browseAs(browser, 'admin')).newPage();
  agent = await (await browseAs(browser, 'li.na')).newPage();
});
afterAll(() => browser.close());

const row = () => page.getByRole('row').filter({ hasText: `coffee-${run}` });
const state = () => phoneOf(agent).getByRole('button', { name: /^(Ready(?! now)|Not ready)/ });
const choose = async (name: string | RegExp) => {
  await state().click();
  await agent.getByRole('menuitem', { name }).click();
};

it('offers a new reason in the phone bar', async () => {
  await openPage(page, '/admin/not-ready-reasons');
  await page.getByRole('button', { name: 'New reason' }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).fill(label.en);
  await page.getByRole('textbox', { name: 'Name in Chinese' }).fill(label.zh);
  await page.getByRole('textbox', { name: 'Key' }).fill('meal');
  await page.getByRole('checkbox', { name: 'May call out' }).check();
  await page.getByRole('button', { name: 'Create reason' }).click();
  await page.getByText('Another reason has this key.').waitFor();
  await keepPicture(page, 'not-ready-reason-taken-1440-light');
  await page.getByRole('textbox', { name: 'Key' }).fill(`coffee-${run}`);
  await page.getByRole('button', { name: 'Create reason' }).click();
  await row().getByText('Yes').waitFor();
  await row().getByText('In use').waitFor();

  await openPage(agent, '/workbench');
  await becomeReady(agent);
  await choose(`Not ready, ${label.en}`);
  await state().getByText(label.en).waitFor();
});

it('keeps those in it who are not ready for a reason that is taken out of use, and refuses it from then on', async () => {
  const other = await (await browseAs(browser, 'li.na')).newPage();
  await openPage(other, '/workbench');
  await row().getByRole('button', { name: 'Take out of use' }).click();
  await row().getByText('Out of use').waitFor();
  expect(await state().textContent()).toContain(label.en);
  await phoneOf(other)
    .getByRole('button', { name: /^Not ready/ })
    .click();
  await other.getByRole('menuitem', { name: label.en }).click();
  await other.getByText('This reason is not in use any more.').waitFor();

  await openPage(agent, '/workbench');
  await state().getByText(label.en).waitFor();
  await state().click();
  await agent.getByRole('menuitem', { name: /Meal/ }).waitFor();
  expect(await agent.getByRole('menuitem', { name: label.en }).count()).toBe(0);
  await agent.getByRole('menuitem', { name: 'Ready', exact: true }).click();
  await phoneOf(agent)
    .getByRole('button', { name: /^Ready(?! now)/ })
    .waitFor();
});

it('shows what a call can come to by the same page', async () => {
  await openPage(page, '/admin/dispositions');
  await page.getByRole('button', { name: 'New result' }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).fill(`Promised ${run}`);
  await page.getByRole('textbox', { name: 'Name in Chinese' }).fill(`已承诺 ${run}`);
  await page.getByRole('textbox', { name: 'Key' }).fill(`promised-${run}`);
  await page.getByRole('button', { name: 'Create result' }).click();
  const result = page.getByRole('row').filter({ hasText: `promised-${run}` });
  await result.getByRole('button', { name: `Change Promised ${run}` }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).fill(`Agreed ${run}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await result.getByText(`Agreed ${run}`).waitFor();
  await result.getByRole('button', { name: 'Take out of use' }).click();
  await result.getByText('Out of use').waitFor();
});
