import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { act, becomeReady, endAllCalls, newNumber, phoneOf, ringIn } from '../support/phone.ts';

let browser: Browser;
let admin: Integrator;
let page: Page;
const run = Date.now().toString(36);
const purpose = `Return a part ${run}`;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  page = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(() => browser.close());

it('adds a value to a list, which agents then choose on the page of a call', async () => {
  await openPage(page, '/admin/parameters');
  await page.getByRole('link', { name: 'Call purposes' }).click();
  await page.getByRole('button', { name: 'New value' }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).fill(purpose);
  await page.getByRole('textbox', { name: 'Name in Chinese' }).fill(`退件 ${run}`);
  await page.getByRole('textbox', { name: 'Key' }).fill(`return_${run}`);
  await page.getByRole('button', { name: 'Add value' }).click();
  await page.getByRole('button', { name: `Edit ${purpose}` }).waitFor();

  await endAllCalls(admin);
  const agent = await (await browseAs(browser, 'li.na')).newPage();
  await openPage(agent, '/workbench');
  await becomeReady(agent);
  const call = await ringIn(admin, { customerNumber: newNumber(), agent: 'li.na' });
  await agent.getByRole('button', { name: /^Answer/ }).click();
  await phoneOf(agent).getByRole('button', { name: 'Hang up' }).waitFor();
  await act(admin, 'hangUpByCustomer', call);
  await phoneOf(agent).getByRole('link', { name: 'Summary' }).click();
  await agent.waitForURL(/\/calls\/.+/);
  const form = agent.getByRole('form', { name: 'Service summary' });
  await form.getByRole('button', { name: 'Save summary' }).click();
  await form.getByText('Choose: Call purposes.').first().waitFor();
  await form.getByRole('combobox', { name: 'Call purposes' }).click();
  await agent.getByRole('option', { name: purpose }).click();
  await form.getByRole('combobox', { name: 'Service categories' }).click();
  await agent.getByRole('option', { name: 'Washing machines' }).click();
  await form.getByRole('textbox', { name: 'Remark' }).fill('Sends the part back.');
  await form.getByRole('button', { name: 'Save summary' }).click();
  await form.getByText('Noted by').waitFor();
  const callPage = agent.url();

  const row = page.getByRole('row').filter({ hasText: purpose });
  await row.getByRole('button', { name: 'Delete' }).click();
  await row.getByText('This value was noted already.').waitFor();
  await row.getByRole('button', { name: 'Disable' }).click();
  await row.getByText('Out of use').waitFor();
  await page.goto(callPage);
  await page.getByText(purpose).waitFor();
  await page.getByText('Sends the part back.').waitFor();
  await agent.goto(callPage);
  await agent.getByRole('form', { name: 'Service summary' }).getByText(purpose).first().waitFor();

  await page.goBack();
  await page.getByRole('button', { name: 'Disable list' }).click();
  await page.getByText('This list is out of use').waitFor();
  const next = await ringIn(admin, { customerNumber: newNumber(), agent: 'li.na' });
  await agent.getByRole('button', { name: /^Answer/ }).click();
  await phoneOf(agent).getByRole('button', { name: 'Hang up' }).waitFor();
  await act(admin, 'hangUpByCustomer', next);
  await phoneOf(agent).getByRole('link', { name: 'Summary' }).click();
  await form.getByRole('combobox', { name: 'Service categories' }).waitFor();
  expect(await form.getByRole('combobox', { name: 'Call purposes' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Enable list' }).click();
  await page.getByRole('button', { name: 'Disable list' }).waitFor();
});

it('gives customers a new source and a type, and a group and a type a template', async () => {
  const { parameter } = await admin.query<{ parameter: { id: string } }>(
    '{ parameter(key: "customer-source") { id } }',
  );
  const label = { en: `Fair ${run}`, zh: `展会 ${run}` };
  await admin.act('createParameterOption', { parameterId: parameter.id, key: `fair_${run}`, label }, 'option { id }');
  await openPage(page, '/customers/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Wang ${run}`);
  await page.getByRole('combobox', { name: 'Source' }).click();
  await page.getByRole('option', { name: label.en }).click();
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Prospect' }).click();
  await page.getByRole('button', { name: 'Create customer' }).click();
  await page.waitForURL(/\/customers\/(?!new)/);
  await page.getByRole('combobox', { name: 'Source' }).getByText(label.en).waitFor();
  await page.getByRole('combobox', { name: 'Type' }).getByText('Prospect').waitFor();
  await openPage(page, '/customers?f=typeKey.any%3Aprospect');
  await page
    .getByRole('row')
    .filter({ hasText: `Wang ${run}` })
    .getByText('Prospect')
    .waitFor();

  await openPage(page, '/admin/service-templates');
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).fill(`Sales ${run}`);
  await page.getByRole('textbox', { name: 'Name in Chinese' }).fill(`销售 ${run}`);
  await page.getByRole('textbox', { name: 'Key' }).fill(`sales-${run}`);
  await page.getByLabel('Call purposes').selectOption('required');
  await page.getByLabel(/Sales east/).check();
  await page.getByRole('checkbox', { name: 'Partner' }).check();
  await page.getByRole('button', { name: 'Create template' }).click();
  const template = page.getByRole('row').filter({ hasText: `Sales ${run}` });
  await template.getByText('Call purposes *').waitFor();
  await template.getByText('Partner').waitFor();
});
