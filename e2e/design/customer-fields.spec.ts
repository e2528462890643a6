import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { typeIdOf } from '../support/demo-ticket.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let admin: Integrator;
let page: Page;

const run = Date.now().toString(36);
const key = `club_${run}`;
const name = `Club ${run}`;
const customerName = `Member ${run}`;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  const option = (value: string, label: string) => ({ value, label: { en: label, zh: label } });
  await admin.act(
    'createField',
    {
      definition: {
        type: 'radio',
        key,
        label: { en: name, zh: name },
        options: [option('gold', `Gold ${run}`), option('blue', `Blue ${run}`)],
      },
    },
    'field { id }',
  );
  page = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(() => browser.close());

interface SlaPart {
  policies: { when?: unknown }[];
  customerFields?: { key: string }[];
}

const choose = async (within: Locator, label: string, option: string): Promise<void> => {
  await within.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const row = () => page.getByRole('row', { name: new RegExp(name) });

describe('an admin', { timeout: 120_000 }, () => {
  it('chooses a shared field for customers, who are asked for it from then on', async () => {
    await openPage(page, '/admin/customer-fields');
    expect(await page.getByRole('row', { name: /^Name/ }).getByRole('button').count()).toBe(0);
    expect(
      await page
        .getByRole('row', { name: /^Region/ })
        .getByRole('button')
        .count(),
    ).toBe(1);
    await page.getByRole('button', { name: 'Add a field' }).first().click();
    await page.getByRole('combobox', { name: 'Shared field' }).click();
    await page.getByRole('option', { name }).click();
    await page.getByRole('checkbox', { name: 'Required' }).check();
    await page.getByRole('checkbox', { name: 'Narrows lists' }).check();
    await page.locator('form').getByRole('button', { name: 'Add a field' }).click();
    await row().getByText('User-defined field').waitFor();

    await openPage(page, '/customers/new');
    await page.getByRole('textbox', { name: 'Name' }).fill(customerName);
    await page.getByRole('button', { name: 'Create customer' }).click();
    await page.getByText('Fill in this field.').waitFor();
    await page.getByRole('radio', { name: `Gold ${run}` }).check();
    await page.getByRole('button', { name: 'Create customer' }).click();
    await page.waitForURL(/\/customers\/(?!new)/);
    await page.getByRole('heading', { name: customerName }).waitFor();
    expect(await page.getByRole('radio', { name: `Gold ${run}` }).isChecked()).toBe(true);
  });

  it('changes an answer on the customer’s page, which the record’s history names', async () => {
    await openPage(page, new URL(page.url()).pathname);
    await page.getByRole('radio', { name: `Blue ${run}` }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('region', { name: 'Timeline' }).getByText(name).first().waitFor();
    await page.reload();
    expect(await page.getByRole('radio', { name: `Blue ${run}` }).isChecked()).toBe(true);
  });

  it('finds customers by it', async () => {
    await openPage(page, `/customers?f=${encodeURIComponent(`x-${key}.any:blue`)}`);
    await page.getByText(customerName).first().waitFor();
    await openPage(page, `/customers?f=${encodeURIComponent(`x-${key}.any:gold`)}`);
    expect(await page.getByText(customerName).count()).toBe(0);
  });

  it('lets it decide which SLA policy holds', async () => {
    const { draft } = await admin.act<{ draft: { id: string } }>(
      'createTicketTypeDraft',
      {
        copyOf: await typeIdOf(admin, 'complaint'),
        key: `club-${run}`,
        name: { en: `Club ${run}`, zh: `会员 ${run}` },
        prefix: 'CL',
      },
      'draft { id }',
    );
    await openPage(page, `/ticket-types/drafts/${encodeURIComponent(draft.id)}/sla`);
    await page.getByRole('button', { name: 'Add a policy' }).click();
    const condition = page.getByRole('group', { name: 'Holds for tickets of which' });
    await condition.getByRole('button', { name: 'Condition', exact: true }).click();
    await choose(condition, 'Field', `the customer's ${name}`);
    await choose(condition, 'Comparison', 'is');
    await choose(condition, 'Value', `Gold ${run}`);
    await page.getByRole('button', { name: 'New policy', pressed: true }).waitFor();
    const trial = page.getByRole('group', { name: `the customer's ${name}` });
    await trial.getByRole('combobox').click();
    await page.getByRole('option', { name: `Gold ${run}` }).click();
    await page.getByText('“New policy” would hold.').waitFor();
    const read = `query ($id: ID!) { node(id: $id) { ... on TicketTypeDraft { definition faults { code path } } } }`;
    const kept = async () => {
      const { node } = await admin.query<{ node: { definition: { sla: SlaPart }; faults: unknown[] } }>(read, {
        id: draft.id,
      });
      const { policies, customerFields } = node.definition.sla;
      return { when: policies.at(-2)?.when, fields: customerFields?.map((field) => field.key), faults: node.faults };
    };
    await expect.poll(kept).toEqual({
      when: { field: `customer.answers.${key}`, op: 'equals', value: 'gold' },
      fields: [key],
      faults: [],
    });
    await admin.act('discardTicketTypeDraft', { draftId: draft.id }, '__typename');
  });

  it('moves it by keys alone: the focus goes with it', async () => {
    await openPage(page, '/admin/customer-fields');
    const button = (direction: string) => page.getByRole('button', { name: `Move ${direction}: ${name}` });
    const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
    const names = () =>
      page.getByRole('button', { name: /^Move down/ }).evaluateAll((all) => all.map((one) => one.ariaLabel));
    const before = await names();
    expect(before.at(-1)).toBe(`Move down: ${name}`);
    await button('up').focus();
    for (let above = before.length - 1; above > 0; above -= 1) {
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await names()).indexOf(`Move down: ${name}`)).toBe(above - 1);
      await expect.poll(() => isFocused(button(above === 1 ? 'down' : 'up'))).toBe(true);
    }
    expect(await names()).toEqual([before.at(-1), ...before.slice(0, -1)]);
  });

  it('removes it, and adding it again brings the answers back', async () => {
    await openPage(page, '/admin/customer-fields');
    await page.getByRole('button', { name: `Remove ${name}` }).click();
    await row().waitFor({ state: 'detached' });
    const find = `query ($name: String!) { customers(filter: { name: { eq: $name } }) { edges { node { answers } } } }`;
    const answers = async () => {
      const { customers } = await admin.query<{ customers: { edges: { node: { answers: unknown } }[] } }>(find, {
        name: customerName,
      });
      return customers.edges[0]?.node.answers;
    };
    expect(await answers()).toEqual({});
    const { fields } = await admin.query<{ fields: { id: string; key: string }[] }>('{ fields { id key } }');
    const fieldId = fields.find((field) => field.key === key)?.id;
    await admin.act('addCustomerField', { fieldId }, 'customerField { key }');
    expect(await answers()).toEqual({ [key]: 'blue' });
    await admin.act('removeCustomerField', { key }, 'key');
  });
});
