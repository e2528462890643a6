import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { openBrowser } from '../support/open-browser.ts';

/** Milliseconds that a page may take until its scripts hear keys. */
const patience = { timeout: 20_000 };

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browseAs(browser, 'li.na');
});

afterAll(() => browser.close());

const row = (page: Page, index: number) => page.locator(`.record-row[data-index="${index}"]`);
/** The answer to what is posted there: scripts have the name in their addresses too. */
const answerTo = (page: Page, path: string) =>
  page.waitForResponse((response) => response.url().includes(path) && response.request().method() === 'POST');
const headings = (page: Page) => page.locator('.record-head [role=columnheader]').allInnerTexts();

/** The list, once its scripts hear keys: the first one moves the focus into it. */
async function openList(): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/tickets');
  await expect
    .poll(async () => {
      await page.keyboard.press('k');
      return row(page, 0).evaluate((element) => element === document.activeElement);
    }, patience)
    .toBe(true);
  return page;
}

it('moves, selects, previews and opens rows, and goes from ticket to ticket', async () => {
  const page = await openList();
  const first = await row(page, 0).locator('.mono').innerText();
  const second = await row(page, 1).locator('.mono').innerText();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect.poll(() => row(page, 1).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('x');

  await page.keyboard.press('Space');
  const preview = page.locator('.ticket-preview');
  await preview.getByText(second).waitFor();
  await page.keyboard.press('k');
  await preview.getByText(first).waitFor();
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });

  await page.keyboard.press('.');
  await page.locator('[role=menu]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[role=menu]').waitFor({ state: 'detached' });

  await page.keyboard.press('o');
  const shown = page.locator('.ticket-facts .mono');
  await shown.getByText(first).waitFor();
  await page.keyboard.press('j');
  await shown.getByText(second).waitFor();
  await page.keyboard.press('k');
  await shown.getByText(first).waitFor();
  expect(page.url()).toContain(`/tickets/${first}`);
  await page.close();
});

it('searches the list it is on, and reaches the composer of a ticket', async () => {
  const page = await openList();
  await page.keyboard.press('/');
  const text = page.getByRole('textbox', { name: 'Number, title, customer' });
  await text.waitFor();
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('a/b');
  expect(await text.inputValue()).toBe('a/b');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.goto('/workbench');
  await page.waitForTimeout(1_000);
  await expect
    .poll(async () => {
      await page.keyboard.press('/');
      return page.getByRole('dialog').count();
    }, patience)
    .toBe(1);
  await page.close();
});

it('filters a list by keys alone, and never loses the focus', async () => {
  const page = await openList();
  const add = page.locator('.filter-add:focus');
  await page.keyboard.press('f');
  await page.getByRole('menuitem', { name: 'Type' }).waitFor();
  await page.keyboard.type('sta');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Status' }).waitFor();
  const inEditor = ['is any of', 'is not', 'Pending'];
  for (const label of inEditor) {
    await page.keyboard.press('Tab');
    await page
      .locator(':focus')
      .and(page.getByText(label).or(page.getByLabel(label)))
      .waitFor();
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/f=status/);
  await add.waitFor();
  await page.locator('.filter-remove').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.locator('.filter-remove:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.search.includes('status'));
  await add.waitFor();
  await page.close();
});

it('keeps the folded columns of a ticket with the person', async () => {
  const page = await openList();
  await page.keyboard.press('o');
  await page.locator('.ticket').waitFor();
  await Promise.all([answerTo(page, '/preferences'), page.keyboard.press(']')]);
  await page.locator('.ticket-right').waitFor({ state: 'hidden' });
  const other = await (await browseAs(browser, 'li.na')).newPage();
  await other.goto(page.url());
  await other.locator('.ticket-left').waitFor({ state: 'visible' });
  expect(await other.locator('.ticket-right').isVisible()).toBe(false);
  await other.context().close();
  await Promise.all([answerTo(page, '/preferences'), page.keyboard.press(']')]);
  await page.locator('.ticket-right').waitFor({ state: 'visible' });
  await page.close();
});

it('folds the columns of a ticket and goes to its note and its first field', async () => {
  const page = await openList();
  await page.keyboard.press('o');
  await page.locator('.ticket').waitFor();
  for (const [key, column] of [
    ['[', '.ticket-left'],
    [']', '.ticket-right'],
  ] as const) {
    await page.keyboard.press(key);
    await page.locator(column).waitFor({ state: 'hidden' });
    await page.keyboard.press(key);
    await page.locator(column).waitFor({ state: 'visible' });
  }
  for (const key of ['n', 'r']) {
    await page.keyboard.press(key);
    await page.locator('.composer-text:focus').waitFor();
    await page.locator('h1').click();
  }
  await page.keyboard.press('e');
  await page.locator('.designed-form :focus').waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await page.locator('.key-sheet').waitFor();
  const keys = (await page.locator('.key-sheet kbd').allInnerTexts()).map((text) => text.trim());
  expect(keys).toEqual(expect.arrayContaining(['[', ']', '/', 'N', 'R', 'E', 'J', 'K']));
  await page.close();
});

it('shows the columns that were chosen, in their order, also after the page is loaded again', async () => {
  const page = await openList();
  const before = await headings(page);
  await page.locator('.list-columns').click();
  const panel = page.locator('.side-panel');
  const choose = (column: string, act: string) =>
    Promise.all([answerTo(page, '/views'), panel.locator(`[data-column=${column}] [data-act=${act}]`).click()]);
  await choose('customer', 'hide');
  await choose('number', 'down');
  await choose('updated', 'up');
  const chosen = await headings(page);
  expect(chosen).toHaveLength(before.length - 1);
  expect(chosen.slice(1, 3)).toEqual([before[2], before[1]]);
  await page.reload();
  expect(await headings(page)).toEqual(chosen);

  await page.locator('.list-columns').click();
  await panel.getByRole('button', { name: 'Back to the usual columns' }).click();
  await expect.poll(() => headings(page), patience).toEqual(before);
  await page.close();
});

/** Slows what Remix reads a page's data through, so that what is done at once surely comes before the end. */
const readSlowly = (page: Page) =>
  page.addInitScript(() => {
    const slowly = function () {
      return new TransformStream<string, Uint8Array>({
        async transform(text, controller) {
          await new Promise((resolve) => setTimeout(resolve, 2_000));
          controller.enqueue(new TextEncoder().encode(text));
        },
      });
    };
    window.TextEncoderStream = slowly as unknown as typeof TextEncoderStream;
  });

it('takes over what was entered and pressed before its scripts were there', async () => {
  const page = await context.newPage();
  await readSlowly(page);
  const name = `Early ${Date.now()}`;
  await page.goto('/customers/new', { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create customer' }).click();
  await page.getByRole('heading', { name }).waitFor();
  await page.close();
});

it('bears keys and clicks while it still reads its data', async () => {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await readSlowly(page);
  await page.goto('/tickets', { waitUntil: 'load' });
  for (let press = 0; press < 10; press += 1) {
    await page.keyboard.press('j');
    await page.mouse.click(700, 20);
  }
  await expect
    .poll(async () => {
      await page.keyboard.press('k');
      return row(page, 0).evaluate((element) => element === document.activeElement);
    }, patience)
    .toBe(true);
  expect(faults).toEqual([]);
  await page.close();
});
