import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let zhouMin: Page;
let liuYang: Page;
const name = `Breached and urgent ${Date.now() % 100_000}`;

beforeAll(async () => {
  browser = await openBrowser();
  zhouMin = await (await browseAs(browser, 'zhou.min')).newPage();
  liuYang = await (await browseAs(browser, 'liu.yang')).newPage();
});
afterAll(() => browser.close());

const tab = (page: Page, label: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: label });
const headers = (page: Page) => page.getByRole('columnheader').allTextContents();
const total = async (page: Page) => {
  const said = (await page.locator('.list-foot [role=status]').textContent()) ?? '';
  return Number(/^[\d,]+(?=\+?, )/.exec(said)?.[0].replaceAll(',', ''));
};
const chip = (page: Page, words: string) => page.locator('.filter-chip').filter({ hasText: words });
const isOpen = (page: Page, label: string) =>
  page.locator('.tabs [aria-current=page]').filter({ hasText: label }).waitFor();
/** Waits until the server has kept what a press chose. */
const kept = (page: Page, press: () => Promise<void>) =>
  Promise.all([
    page.waitForResponse((response) => response.url().includes('/views') && response.request().method() === 'POST'),
    press(),
  ]);
async function openList(page: Page, path = '/tickets'): Promise<void> {
  await page.goto(path);
  await page.locator('.list-foot').waitFor();
}
async function viewMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^View “/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('a saved view', { timeout: 60_000 }, () => {
  it('opens with its chips, its count and its columns', async () => {
    await openList(zhouMin);
    await tab(zhouMin, 'Urgent and open').click();
    await chip(zhouMin, 'Urgency').waitFor();
    expect(await chip(zhouMin, 'Urgency').textContent()).toContain('High, Urgent');
    const counted = await tab(zhouMin, 'Urgent and open').locator('.count').textContent();
    expect(Number(counted?.replace(/\D/g, ''))).toBe(await total(zhouMin));
    expect(await zhouMin.getByText('Changed').count()).toBe(0);
  });

  it('is marked when it is changed, kept as one of one’s own, and the first one stays as it was', async () => {
    await zhouMin.goto(
      `${zhouMin.url()}&f=${encodeURIComponent('sla.any:breached')}&f=${encodeURIComponent('urgency.any:urgent')}`,
    );
    await zhouMin.getByText('Changed').waitFor();
    await zhouMin.getByRole('button', { name: 'Save as…' }).click();
    const dialog = zhouMin.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Name/ }).fill(name);
    await dialog.getByRole('combobox').first().click();
    await zhouMin.getByRole('option', { name: 'Everyone' }).click();
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await isOpen(zhouMin, name);
    await zhouMin.getByText('Changed').waitFor({ state: 'detached' });
    expect(await zhouMin.locator('.filter-chip').count()).toBe(2);
    await tab(zhouMin, 'Urgent and open').click();
    await chip(zhouMin, 'High, Urgent').waitFor();
    expect(await zhouMin.locator('.filter-chip').count()).toBe(1);
  });

  it('shows a colleague their own rows, and lets them neither change nor delete it', async () => {
    const admin = await (await browseAs(browser, 'admin')).newPage();
    await openList(admin);
    await tab(admin, 'Urgent and open').click();
    await chip(admin, 'Urgency').waitFor();
    const all = await total(admin);
    await admin.context().close();
    await openList(liuYang);
    await tab(liuYang, 'Urgent and open').click();
    await chip(liuYang, 'Urgency').waitFor();
    expect(await total(liuYang)).toBeLessThan(all);
    await tab(liuYang, name).click();
    await chip(liuYang, 'SLA').waitFor();
    await liuYang.getByRole('button', { name: /^View “/ }).click();
    expect(await liuYang.getByRole('menuitem', { name: 'Delete…' }).count()).toBe(0);
    await liuYang.keyboard.press('Escape');
    await liuYang.goto(`${liuYang.url()}&f=`);
    await liuYang.getByText('Changed').waitFor();
    expect(await liuYang.getByRole('button', { name: 'Save for everyone who sees it' }).count()).toBe(0);
    await liuYang.getByRole('button', { name: 'Reset' }).click();
    await chip(liuYang, 'SLA').waitFor();
  });

  it('keeps a person’s columns and their order for each view, and shows them in a second browser', async () => {
    await tab(liuYang, 'Urgent and open').click();
    await isOpen(liuYang, 'Urgent and open');
    const others = await headers(liuYang);
    await tab(liuYang, name).click();
    await isOpen(liuYang, name);
    await liuYang.locator('.list-columns').click();
    await kept(liuYang, () => liuYang.getByRole('button', { name: 'Hide Customer' }).click());
    await kept(liuYang, () => liuYang.getByRole('button', { name: 'Move SLA due up' }).click());
    await liuYang.keyboard.press('Escape');
    const mine = await headers(liuYang);
    expect(mine).not.toContain('Customer');
    await tab(liuYang, 'Urgent and open').click();
    await chip(liuYang, 'High, Urgent').waitFor();
    expect(await headers(liuYang)).toEqual(others);
    const second = await (await browseAs(browser, 'liu.yang')).newPage();
    await openList(second);
    await tab(second, name).click();
    await chip(second, 'SLA').waitFor();
    expect(await headers(second)).toEqual(mine);
    await second.context().close();
  });

  it('can be the one that the list begins with, and be moved among the tabs', async () => {
    await tab(liuYang, name).click();
    await chip(liuYang, 'SLA').waitFor();
    await kept(liuYang, () => viewMenu(liuYang, 'Begin with this view'));
    await kept(liuYang, () => viewMenu(liuYang, 'Move left'));
    const order = await liuYang.getByRole('navigation', { name: 'Views' }).getByRole('link').allTextContents();
    const second = await (await browseAs(browser, 'liu.yang')).newPage();
    await openList(second);
    await chip(second, 'SLA').waitFor();
    expect(await tab(second, name).getAttribute('aria-current')).toBe('page');
    const again = await second.getByRole('navigation', { name: 'Views' }).getByRole('link').allTextContents();
    const names = (texts: string[]) => texts.map((text) => text.replace(/[\d,]+$/, ''));
    expect(names(again)).toEqual(names(order));
    await second.context().close();
  });

  it('can be deleted by its owner, after which a list that began with it begins as it used to', async () => {
    await openList(zhouMin);
    await tab(zhouMin, name).click();
    await chip(zhouMin, 'SLA').waitFor();
    await viewMenu(zhouMin, 'Delete…');
    await zhouMin.getByRole('button', { name: `Delete “${name}”` }).click();
    await zhouMin.getByText(`View “${name}” deleted`).waitFor();
    await openList(liuYang);
    expect(await tab(liuYang, 'To handle').getAttribute('aria-current')).toBe('page');
  });

  it('finds by designed fields and by conditions of which any may hold, and keeps them as chips', async () => {
    await openList(zhouMin, '/tickets?view=all');
    const all = await total(zhouMin);
    const choose = async (opens: () => Promise<void>, label: string, fill: () => Promise<void>) => {
      const before = zhouMin.url();
      await opens();
      await zhouMin.getByRole('menuitem', { name: label, exact: true }).click();
      await zhouMin.getByRole('dialog', { name: label }).waitFor();
      await fill();
      await zhouMin.getByRole('button', { name: 'Apply' }).click();
      await zhouMin.waitForURL((url) => url.href !== before);
    };
    const tick = (label: string) => () => zhouMin.getByRole('checkbox', { name: label, exact: true }).check();
    await choose(() => zhouMin.getByRole('button', { name: 'Filter' }).click(), 'Appliance', tick('Air conditioner'));
    await chip(zhouMin, 'Air conditioner').waitFor();
    await expect.poll(() => total(zhouMin)).toBeLessThan(all);
    const conditioners = await total(zhouMin);
    expect(conditioners).toBeGreaterThan(0);
    await choose(
      () => zhouMin.getByRole('button', { name: 'Or another condition' }).click(),
      'Urgency',
      tick('Urgent'),
    );
    await expect.poll(() => total(zhouMin)).toBeGreaterThan(conditioners);
    const either = await total(zhouMin);
    expect(either).toBeLessThan(all);
    expect(await zhouMin.locator('.filter-any').textContent()).toMatch(/Air conditioner.*or.*Urgent/);

    await zhouMin.getByRole('button', { name: 'Save as…' }).click();
    const dialog = zhouMin.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Name/ }).fill(`Either ${name}`);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await isOpen(zhouMin, `Either ${name}`);
    expect(await zhouMin.locator('.filter-any').textContent()).toMatch(/Air conditioner.*or.*Urgent/);
    expect(await total(zhouMin)).toBe(either);
    await zhouMin.getByRole('button', { name: 'Columns' }).click();
    await kept(zhouMin, () => zhouMin.getByRole('button', { name: 'Show Appliance' }).click());
    await kept(zhouMin, () => zhouMin.getByRole('button', { name: 'Show Created by' }).click());
    await zhouMin.keyboard.press('Escape');
    expect(await headers(zhouMin)).toEqual(expect.arrayContaining(['Appliance', 'Created by']));
    await zhouMin.getByRole('gridcell', { name: 'Air conditioner' }).first().waitFor();

    await zhouMin.getByRole('button', { name: /^Remove the filter Urgency/ }).click();
    await expect.poll(() => total(zhouMin)).toBe(conditioners);
  });

  it('is there for customers too', async () => {
    await openList(zhouMin, '/customers');
    const all = await total(zhouMin);
    await tab(zhouMin, 'Gold customers').click();
    await chip(zhouMin, 'Gold').waitFor();
    expect(await total(zhouMin)).toBeLessThan(all);
    expect(await total(zhouMin)).toBeGreaterThan(0);
  });
});
