import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { asPerson } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

const stamp = Date.now() % 100_000;
const key = `loan-${stamp}`;

let browser: Browser;
let admin: Page;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(() => browser.close());

const saved = (page: Page) => page.locator('.admin-head [role=status]').getByText('Saved').waitFor();
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the type' }).getByRole('link', { name }).click();

async function addField(page: Page, kind: string, en: string, zh: string): Promise<void> {
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  await page.getByLabel('Label (English)').fill(en);
  await page.getByLabel('Label (Chinese)').fill(zh);
}

describe('an admin', { timeout: 120_000 }, () => {
  it('begins a type from nothing and designs its form, whose rules run in the preview', async () => {
    await admin.goto('/ticket-types');
    await admin.getByRole('button', { name: 'New type' }).click();
    await admin.getByLabel('Name (English)').fill('Loan');
    await admin.getByLabel('Name (Chinese)').fill('借用');
    await admin.getByRole('textbox', { name: 'Key' }).fill(key);
    await admin.getByLabel('Number prefix').fill('LN');
    await admin.getByRole('button', { name: 'Design it' }).click();
    await admin.getByRole('heading', { name: 'Loan' }).waitFor();

    await addField(admin, 'One of a few', 'Kind of loan', '借用方式');
    await admin.getByLabel('Option option_1, English').fill('With a deposit');
    await admin.getByRole('button', { name: 'Add an option' }).click();
    await addField(admin, 'Amount', 'Deposit', '押金');

    await admin.getByRole('button', { name: 'Add rule' }).click();
    const rule = admin.getByRole('group', { name: 'Rule' });
    await rule.getByRole('checkbox', { name: 'Deposit' }).check();
    await rule.getByRole('checkbox', { name: 'Kind of loan' }).uncheck();

    const preview = admin.getByRole('region', { name: 'Preview' });
    await expect.poll(() => preview.getByText('Deposit', { exact: true }).count()).toBe(0);
    await preview.getByLabel('Description').fill('A drill');
    await preview.getByText('Deposit', { exact: true }).waitFor();
    await saved(admin);
  });

  it('takes a step back and forth, and finds everything again after a reload', async () => {
    await admin.getByRole('button', { name: 'Undo' }).click();
    await admin.getByRole('button', { name: 'Redo' }).click();
    await saved(admin);
    await admin.reload();
    await admin.getByRole('button', { name: /^Deposit/ }).waitFor();
  });

  it('is told of a problem while designing, and may publish without one', async () => {
    await tab(admin, 'Basics');
    await admin.getByLabel('Name (English)').fill('');
    await admin.getByText('1 problem').waitFor();
    await admin.getByLabel('Name (English)').fill('Loan of a tool');
    await admin.getByText('0 problems').waitFor();
    await tab(admin, 'Permissions');
    await admin.getByRole('group', { name: 'Roles' }).first().getByRole('checkbox').first().check();
    await saved(admin);
    await tab(admin, 'Publish');
    await admin.getByRole('button', { name: 'Publish', exact: true }).click();
    await admin.waitForURL(/\/ticket-types\/(?!drafts)/);
    await admin.getByRole('heading', { name: 'Loan of a tool' }).waitFor();
  });

  it('finds the type in the API, with what was designed', async () => {
    const integrator = await asPerson('admin');
    const { ticketTypes } = await integrator.query<{
      ticketTypes: { key: string; name: { text: string }; currentVersion: { number: number; definition: unknown } }[];
    }>('{ ticketTypes { key name { text } currentVersion { number definition } } }');
    expect(ticketTypes.find((type) => type.key === key)).toMatchObject({
      name: { text: 'Loan of a tool' },
      currentVersion: {
        number: 1,
        definition: {
          form: {
            sections: [{ fields: [{ key: 'description' }, { type: 'radio' }, { type: 'amount' }] }],
            rules: [{ when: { op: 'is_not_empty' }, then: [{ action: 'show' }] }],
          },
        },
      },
    });
  });
});
