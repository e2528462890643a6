import { buffer } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browseAs(browser, 'zhou.min')).newPage();
});
afterAll(() => browser.close());

const bulkBar = () => page.getByRole('toolbar', { name: 'With the selected rows' });
const toast = (words: RegExp) => page.locator('.toast').filter({ hasText: words });
/** Of the rows on top; how many of the others are drawn depends on the room that the list has. */
async function urgencies(): Promise<string[]> {
  const cells = page.locator('.record-row[data-index]').locator('.record-cell');
  return (await cells.filter({ hasText: /^(Low|Normal|High|Urgent)$/ }).allTextContents()).slice(0, 20);
}

/** Selects the first rows by keys: the current one, then the range from it. */
async function selectRows(count: number): Promise<void> {
  await openPage(page, '/tickets?view=open');
  await page.locator('.record-row[data-index="0"]').focus();
  await page.keyboard.press('x');
  for (let row = 1; row < count; row += 1) await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await bulkBar().getByText(`${count} selected`).waitFor();
}

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe('a change of many tickets', { timeout: 90_000 }, () => {
  it('is made of a selection, goes on without the page, and is taken back from the toast', async () => {
    await selectRows(3);
    await bulkBar().getByRole('button', { name: 'Urgency' }).click();
    await choose('Urgency', 'low');
    await page.getByRole('button', { name: 'Change 3 tickets' }).click();
    await toast(/The change has begun/).waitFor();
    const done = toast(/Set urgency to low: /);
    await done.waitFor({ timeout: 30_000 });
    await done.getByRole('button', { name: 'Undo' }).click();
    await toast(/Take back a bulk change: /).waitFor({ timeout: 30_000 });
  });

  it('is tried first where the whole filter is meant, and says why tickets are left out', async () => {
    await openPage(page, '/tickets?view=open');
    await page.locator('.record-row[data-index="0"]').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+a');
    await bulkBar()
      .getByText(/^All [\d,]+ of this filter selected$/)
      .waitFor();
    const before = await urgencies();
    expect(before).toHaveLength(20);
    await bulkBar().getByRole('button', { name: 'Urgency' }).click();
    await choose('Urgency', 'normal');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByText('This is what would happen. Nothing has changed yet.').waitFor({ timeout: 60_000 });
    await page.getByText(/It is so already/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
    await page.reload();
    await expect.poll(urgencies).toEqual(before);
  });

  it('stands in the tray and in the list of jobs, with what came of each ticket', async () => {
    await openPage(page, '/workbench');
    await page.locator('.job-tray').click();
    const card = page.locator('.job-card').filter({ hasText: 'Set urgency to low' }).first();
    await card.getByText('Done').waitFor();
    await card.getByRole('link', { name: 'Results' }).click();
    await page.getByRole('heading', { name: 'Set urgency to low' }).waitFor();
    expect(await page.locator('.admin-table tbody tr').count()).toBe(3);
    await page.getByRole('button', { name: 'Refused' }).click();
    await page.waitForURL(/outcome=FAILED/);
    await openPage(page, '/records/jobs');
    await page.getByRole('link', { name: 'Take back a bulk change' }).first().waitFor();
  });
});

describe('an export', { timeout: 90_000 }, () => {
  it('is told in the tray and in a notification with its file, which names whom the rows name', async () => {
    await openPage(page, `/tickets?view=all&f=${encodeURIComponent('urgency.any:urgent')}`);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Columns, in this order').waitFor();
    await dialog.getByRole('combobox', { name: /Format/ }).click();
    await page.getByRole('option', { name: /CSV/ }).click();
    await dialog.getByRole('button', { name: 'Write the file' }).click();
    await toast(/Export tickets: [\d,]+ rows/).waitFor({ timeout: 30_000 });
    await page.locator('button[aria-label^="Notifications"]').click();
    const group = page.locator('.notification-group').filter({ hasText: 'Your export is ready' }).first();
    await group.waitFor({ timeout: 30_000 });
    const downloading = page.waitForEvent('download');
    await group.getByRole('link', { name: /^tickets-.*\.csv$/ }).click();
    const file = await (await downloading).createReadStream();
    expect((await buffer(file)).toString('utf8')).toMatch(/^\uFEFFNumber,Title/);
  });
});
