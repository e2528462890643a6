import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, complaintsOf } from '../support/browse.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browseAs(browser, 'zhou.min')).newPage();
  complaints = complaintsOf(page);
});
afterAll(() => browser.close());

const chip = (words: string) => page.locator('.filter-chip').filter({ hasText: words });
async function openEditor(field: string): Promise<void> {
  await page.locator('.filter-add').click();
  await page.getByRole('menuitem', { name: field, exact: true }).click();
}
const apply = () => page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();

it('narrows a list to the step of a type, and keeps that in the address', { timeout: 60_000 }, async () => {
  await page.goto('/tickets?view=open');
  await page.locator('.list-foot').waitFor();
  await openEditor('Step');
  const step = page.getByRole('dialog').locator('.filter-options label').first();
  const words = ((await step.textContent()) ?? '').trim();
  expect(words).toMatch(/ · /);
  await step.click();
  await apply();
  await chip(words).waitFor();
  expect(page.url()).toContain('step.any');
  await page.reload();
  await chip(words).waitFor();
});

it('finds people for a chip by their names, and says them again after a reload', { timeout: 60_000 }, async () => {
  await page.goto('/tickets?view=all');
  await page.locator('.list-foot').waitFor();
  await openEditor('Created by');
  await page.getByRole('dialog').getByRole('combobox').fill('李娜');
  await page.getByRole('option', { name: /李娜/ }).first().click();
  await apply();
  await chip('李娜').waitFor();
  await page.reload();
  await chip('李娜').waitFor();
  expect(await page.locator('.record-row').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
