import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator, type Outcome } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let admin: Integrator;
beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
});
afterAll(() => browser.close());

const run = Date.now().toString(36);
const key = `colour_${run}`;

async function beginType(): Promise<string> {
  const { createTicketTypeDraft } = await admin.query<{
    createTicketTypeDraft: Outcome<{ draft: { id: string } }>;
  }>(
    `mutation Begin($input: CreateTicketTypeDraftInput!) {
      createTicketTypeDraft(input: $input) { __typename ... on CreateTicketTypeDraftSuccess { draft { id } } }
    }`,
    { input: { key: `shared-${run}`, prefix: 'SH', name: { en: `Shared ${run}`, zh: `全局 ${run}` } } },
  );
  const id = createTicketTypeDraft.draft?.id;
  if (!id) throw new Error('no draft was begun');
  return id;
}

it('makes a shared field, takes it into a form, changes it there too, and deletes it once no form has it', async () => {
  const context = await browseAs(browser, 'admin');
  const page = await context.newPage();
  await openPage(page, '/admin/fields');
  await page.getByRole('button', { name: 'New field' }).click();
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'One of a list' }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).fill(`Colour ${run}`);
  await page.getByRole('textbox', { name: 'Name in Chinese' }).fill(`颜色 ${run}`);
  await page.getByRole('textbox', { name: 'Key' }).fill(key);
  await page.getByRole('button', { name: 'Create field' }).click();
  await page.waitForURL(/\/admin\/fields\/.+/);
  const fieldPage = page.url();
  await page.getByLabel('Option option_1, English').fill('Red');
  await page.getByRole('combobox', { name: 'Default value' }).click();
  await page.getByRole('option', { name: 'Red' }).click();
  await page.getByRole('button', { name: 'Save field' }).click();
  await page.getByText(/^Saved\. Drafts follow/).waitFor();

  const draftId = await beginType();
  await openPage(page, `/ticket-types/drafts/${encodeURIComponent(draftId)}/form`);
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('menuitem', { name: `Colour ${run}` }).click();
  await page.getByText('is a shared field').waitFor();
  await expect
    .poll(async () => {
      const { node } = await admin.query<{ node: { definition: { form: unknown } } }>(
        `query Draft($id: ID!) { node(id: $id) { ... on TicketTypeDraft { definition } } }`,
        { id: draftId },
      );
      return JSON.stringify(node.definition.form);
    })
    .toContain(`"isShared":true`);

  await openPage(page, fieldPage);
  await page.getByRole('link', { name: `Shared ${run}` }).waitFor();
  await page.getByText('Take it out of these forms').waitFor();
  await page.getByLabel('Option option_1, English').fill('Crimson');
  await page.getByRole('button', { name: 'Save field' }).click();
  await page.getByText(/^Saved\. Drafts follow/).waitFor();
  const { node } = await admin.query<{ node: { definition: { form: unknown } } }>(
    `query Draft($id: ID!) { node(id: $id) { ... on TicketTypeDraft { definition } } }`,
    { id: draftId },
  );
  expect(JSON.stringify(node.definition.form)).toContain('Crimson');
  expect(JSON.stringify(node.definition.form)).toContain('"default":"option_1"');

  await admin.query(
    'mutation Discard($input: DiscardTicketTypeDraftInput!) { discardTicketTypeDraft(input: $input) { __typename } }',
    { input: { draftId } },
  );
  await openPage(page, fieldPage);
  await page.getByRole('button', { name: 'Delete field' }).click();
  const confirm = page.getByRole('button', { name: 'Delete the field and 0 values' });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Number of records' }).fill('0');
  await confirm.click();
  await page.getByText(/^Its values are removed on/).waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Enable' }).waitFor();
});
