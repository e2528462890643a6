import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, complaintsOf, openPage } from '../support/browse.ts';
import { typeIdOf } from '../support/demo-ticket.ts';
import { middleOf, MouseHand } from '../support/hand.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

interface Definition {
  form: { sections: { key: string; fields: { key: string }[] }[]; rules: { key: string }[] };
  flow: {
    nodes: { id: string; kind: string; copyFields?: Record<string, string> }[];
    edges: { from: string; to: string }[];
  };
}

let browser: Browser;
let admin: Integrator;
let page: Page;
let other: Page;
let hand: MouseHand;
let complaints: string[][];
const drafts: string[] = [];

async function begin(copyOf?: string): Promise<string> {
  const number = (Date.now() + drafts.length) % 1_000_000;
  const { draft } = await admin.act<{ draft: { id: string } }>(
    'createTicketTypeDraft',
    { copyOf, key: `part-${number}`, name: { en: `Part ${number}`, zh: `部分 ${number}` }, prefix: 'PART' },
    'draft { id }',
  );
  drafts.push(draft.id);
  return draft.id;
}

async function saved(draft = ''): Promise<Definition & { faults: unknown[] }> {
  const { node } = await admin.query<{ node: { definition: Definition; faults: unknown[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on TicketTypeDraft { definition faults { message } } } }',
    { id: draft },
  );
  return { ...node.definition, faults: node.faults };
}

const open = (on: Page, draft: string | undefined, part: string): Promise<void> =>
  openPage(on, `/ticket-types/drafts/${encodeURIComponent(draft ?? '')}/${part}`);
const treeItem = (on: Page, name: string): Locator =>
  on.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { level: 1, name: new RegExp(`^${name}(,|$)`) });

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  await begin(await typeIdOf(admin, 'repair'));
  await begin();
  const context = await browseAs(browser, 'admin');
  page = await context.newPage();
  other = await context.newPage();
  complaints = [complaintsOf(page), complaintsOf(other)];
  hand = new MouseHand(page);
});
afterAll(async () => {
  for (const draftId of drafts) await admin.act('discardTicketTypeDraft', { draftId }, '__typename');
  await browser.close();
});

describe('parts of a ticket type', { timeout: 90_000 }, () => {
  it('go from one type to another, in another tab, with their rules', async () => {
    const [repair, blank] = drafts;
    await open(page, repair, 'form');
    await page.locator('.outline-handle').nth(1).click();
    await page.keyboard.press('Control+c');
    await open(other, blank, 'form');
    await other.locator('.outline-name').first().click();
    await other.keyboard.press('Control+v');
    await other.getByRole('group', { name: 'Fault', exact: true }).waitFor();
    const keys = (definition: Definition, at: number) => definition.form.sections[at]?.fields.map(({ key }) => key);
    await expect
      .poll(async () => keys(await saved(blank), 1), { timeout: 15_000 })
      .toEqual(keys(await saved(repair), 1));
    const { faults, form } = await saved(blank);
    expect(faults).toEqual([]);
    expect(form.rules.length).toBeGreaterThan(0);
  });

  it('are refused where they do not fit, and nothing is changed', async () => {
    await page.locator('.outline-name').first().click();
    await page.evaluate(() => {
      const clipboard = new DataTransfer();
      clipboard.setData('text/plain', '{"handoff":"form-part","fields":[{"type":"text"}],"sections":[],"rules":[]}');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard }));
    });
    await page.getByText(/can't be pasted, because of fields\.0\.key/).waitFor();
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it('are selected by keys in the outline of a flow and copied behind a step of another', async () => {
    const [repair, blank] = drafts;
    await open(page, repair, 'flow');
    await treeItem(page, 'Customer service').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('heading', { name: '2 nodes' }).waitFor();
    await page.keyboard.press('Control+c');
    await open(other, blank, 'flow');
    await treeItem(other, 'Created').focus();
    await other.keyboard.press('Space');
    await other.keyboard.press('Control+v');
    await treeItem(other, 'Technical diagnosis').waitFor();
    await expect
      .poll(async () => (await saved(blank)).flow.edges.map(({ from, to }) => `${from} ${to}`).toSorted(), {
        timeout: 15_000,
      })
      .toEqual(['customer_service diagnosis', 'diagnosis handle', 'handle end', 'start customer_service']);
    await treeItem(other, 'Handle').focus();
    await other.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(async () => (await saved(blank)).flow.edges.map(({ from, to }) => `${from} ${to}`).toSorted(), {
        timeout: 15_000,
      })
      .toEqual(['customer_service handle', 'diagnosis end', 'handle diagnosis', 'start customer_service']);
  });

  it('are dragged onto a way, selected by a box and removed together in the picture', async () => {
    const [, blank] = drafts;
    // A tab behind another is drawn seldom.
    await page.bringToFront();
    await open(page, blank, 'flow');
    const node = (id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`);
    const [above, below] = [await middleOf(node('diagnosis')), await middleOf(node('end'))];
    await hand.drag(node('customer_service'), { x: above.x, y: (above.y + below.y) / 2 });
    const order = async (): Promise<string[]> =>
      (await saved(blank)).flow.edges.map(({ from, to }) => `${from} ${to}`).toSorted();
    await expect
      .poll(order, { timeout: 15_000 })
      .toEqual(['customer_service end', 'diagnosis customer_service', 'handle diagnosis', 'start handle']);
    const heightOf = async (id: string): Promise<number> => (await middleOf(node(id))).y;
    await expect
      .poll(async () => (await heightOf('customer_service')) - (await heightOf('diagnosis')))
      .toBeGreaterThan(0);
    const [first, last] = [await middleOf(node('diagnosis')), await middleOf(node('customer_service'))];
    await page.keyboard.down('Shift');
    await page.mouse.move(first.x - 150, first.y - 20);
    await page.mouse.down();
    await page.mouse.move(last.x + 150, last.y + 20, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await page.getByRole('heading', { name: '2 nodes' }).waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(order, { timeout: 15_000 }).toEqual(['handle end', 'start handle']);
    await page.keyboard.press('Control+z');
    await node('diagnosis').waitFor();
  });

  it('of a sub-ticket are chosen by name, where their kinds fit', async () => {
    const [, blank] = drafts;
    await treeItem(page, 'Handle').focus();
    await page.keyboard.press('+');
    await page.getByRole('menuitem', { name: 'Sub-ticket' }).click();
    const inspector = page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('combobox', { name: 'Ticket type' }).click();
    await page.getByRole('option', { name: 'Repair', exact: true }).click();
    await inspector.getByText(/^Required there and not filled from here/).waitFor();
    await inspector.getByRole('combobox', { name: 'Fill a field of the sub-ticket' }).click();
    // The form has no phone: that of the repair is not offered.
    expect(await page.getByRole('option', { name: 'Contact phone' }).count()).toBe(0);
    await page.getByRole('option', { name: 'What happened' }).click();
    await inspector.getByRole('combobox', { name: 'Fills What happened from' }).waitFor();
    await expect
      .poll(async () => (await saved(blank)).flow.nodes.find(({ kind }) => kind === 'sub_ticket')?.copyFields, {
        timeout: 15_000,
      })
      .toEqual({ fault_description: 'fault_description' });
    expect(complaints.flat()).toEqual([]);
  });
});
