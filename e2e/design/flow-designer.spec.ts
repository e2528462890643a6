import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, complaintsOf, openPage } from '../support/browse.ts';
import { typeIdOf } from '../support/demo-ticket.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let admin: Integrator;
let draftId: string;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  const number = Date.now() % 1_000_000;
  const { draft } = await admin.act<{ draft: { id: string } }>(
    'createTicketTypeDraft',
    {
      copyOf: await typeIdOf(admin, 'repair'),
      key: `flow-${number}`,
      name: { en: `Flow ${number}`, zh: `流程 ${number}` },
      prefix: 'FLOW',
    },
    'draft { id }',
  );
  draftId = draft.id;
  page = await (await browseAs(browser, 'admin')).newPage();
  complaints = complaintsOf(page);
  await openPage(page, `/ticket-types/drafts/${encodeURIComponent(draftId)}/flow`);
});
afterAll(async () => {
  if (draftId) await admin.act('discardTicketTypeDraft', { draftId }, '__typename');
  await browser.close();
});

interface SavedFlow {
  nodes: { id: string; kind: string; name: { en: string; zh: string } }[];
  edges: { from: string; to: string; when?: unknown; isDefault?: boolean }[];
}

const savedFlow = async (): Promise<SavedFlow> => {
  const { node } = await admin.query<{ node: { definition: { flow: SavedFlow } } }>(
    'query ($id: ID!) { node(id: $id) { ... on TicketTypeDraft { definition } } }',
    { id: draftId },
  );
  return node.definition.flow;
};
const outline = () => page.getByRole('tree', { name: 'Outline' });
const inspector = () => page.getByRole('region', { name: 'Inspector' });

describe('the designer of a flow', { timeout: 60_000 }, () => {
  it('adds a branch by keys, gives it a way with a condition and keeps both', async () => {
    await outline().getByRole('treeitem').first().focus();
    await page.keyboard.press('+');
    await page.getByRole('menuitem', { name: 'First way that fits' }).click();
    await inspector().getByRole('heading', { name: 'Which way?' }).waitFor();
    await inspector().getByRole('button', { name: 'Way out' }).click();
    const way = inspector().getByRole('group', { name: 'Way 1' });
    await way.getByRole('button', { name: 'Condition', exact: true }).click();
    await way.getByRole('combobox', { name: 'Field' }).click();
    await page.getByRole('option', { name: 'Urgency', exact: true }).last().click();
    await way.getByRole('combobox', { name: 'Value' }).click();
    await page.getByRole('option', { name: 'Urgent', exact: true }).click();
    await outline()
      .getByRole('treeitem', { name: /^Urgency is Urgent →/ })
      .waitFor();
    await expect
      .poll(async () => (await savedFlow()).edges.map(({ when }) => when), { timeout: 10_000 })
      .toContainEqual({ field: 'ticket.urgency', op: 'equals', value: 'urgent' });
  });

  it('says what is wrong with a node where it stands', async () => {
    await outline().getByRole('treeitem').first().focus();
    await page.keyboard.press('+');
    await page.getByRole('menuitem', { name: 'Webhook' }).click();
    await outline()
      .getByRole('treeitem', { name: /^Call a webhook, \d+ problem/ })
      .waitFor();
    await page.locator('.flow-node', { hasText: 'Call a webhook' }).locator('.flow-node-fault').waitFor();
    await inspector().getByRole('textbox', { name: 'Address' }).fill('https://example.com/hook');
    await page.locator('.flow-node-fault').waitFor({ state: 'detached' });
  });

  it('opens what is clicked in the picture and removes what has the focus', async () => {
    await page.locator('.flow-node', { hasText: 'Which way?' }).click();
    await inspector().getByRole('heading', { name: 'Which way?' }).waitFor();
    await outline().getByRole('treeitem', { name: 'Call a webhook', exact: true }).focus();
    await page.keyboard.press('Delete');
    await expect
      .poll(async () => (await savedFlow()).nodes.map(({ name }) => name.en), { timeout: 10_000 })
      .not.toContain('Call a webhook');
    await page.keyboard.press('Control+z');
    await outline().getByRole('treeitem', { name: 'Call a webhook', exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});
