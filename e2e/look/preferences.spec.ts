import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { asPerson } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
const login = 'guo.tao';

async function forget(): Promise<void> {
  const person = await asPerson(login);
  const usual = {
    theme: 'system',
    density: 'auto',
    startPage: 'workbench',
    timeZone: null,
    keyboard: {},
    singleKeys: true,
  };
  for (const [key, setting] of Object.entries(usual)) await person.act('setPreference', { key, setting }, 'key');
}

beforeAll(async () => {
  browser = await openBrowser();
  await forget();
});
afterAll(async () => {
  await forget();
  await browser.close();
});

/** Presses, and waits until the server has kept it; scripts have such names too. */
const kept = (page: Page, press: () => Promise<void>) =>
  Promise.all([
    page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().includes('/preferences'),
    ),
    press(),
  ]);
const segment = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('button', { name });

/** Presses a key until the page's scripts hear it. */
const pressUntil = (page: Page, key: string, isHeard: () => Promise<boolean>) =>
  expect
    .poll(
      async () => {
        await page.keyboard.press(key);
        return isHeard();
      },
      { timeout: 20_000 },
    )
    .toBe(true);

/** Opens a page and waits until its scripts hear. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await pressUntil(page, 'Control+k', () => palette.isVisible());
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
}

describe('preferences', { timeout: 60_000 }, () => {
  it('follow the person to a second browser', async () => {
    const first = await (await browseAs(browser, login)).newPage();
    await open(first, '/me');
    await segment(first, 'Theme', 'Dark').waitFor();
    await kept(first, () => segment(first, 'Theme', 'Dark').click());
    await kept(first, () => segment(first, 'Row height', 'Standard').click());
    await kept(first, () => segment(first, 'Start page', 'Tickets').click());
    await first.getByRole('combobox', { name: /Zone of your own/ }).fill('London');
    await kept(first, () => first.getByRole('option', { name: 'Europe/London' }).click());

    const second = await (await browseAs(browser, login)).newPage();
    await second.goto('/');
    await second.waitForURL('**/tickets');
    expect(await second.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await second.locator('html').getAttribute('data-density')).toBe('standard');
    await second.goto('/me');
    await second.getByText('Times are shown in Europe/London.').waitFor();
    await first.context().close();
    await second.context().close();
  });

  it('remap and turn off single keys, and name what collides', async () => {
    const page = await (await browseAs(browser, login)).newPage();
    await open(page, '/me/keyboard');
    const next = page.locator('[data-shortcut="list.next"]');
    await next.getByRole('button', { name: /^Change/ }).click();
    await next.getByText('Press the new key').waitFor();
    await kept(page, () => page.keyboard.press('k'));
    await next.getByText('Also: Previous row').waitFor();
    await next.getByRole('button', { name: /^Change/ }).click();
    await next.getByText('Press the new key').waitFor();
    await kept(page, () => page.keyboard.press('m'));
    expect(await next.locator('kbd').textContent()).toBe('M');
    const select = page.locator('[data-shortcut="list.select"]');
    await kept(page, () => select.getByRole('button', { name: /^Turn off/ }).click());

    const other = await (await browseAs(browser, login)).newPage();
    await other.goto('/tickets?view=open');
    await other.locator('.list-foot-keys').getByText('M / K').waitFor();
    const current = () => other.evaluate(() => document.activeElement?.getAttribute('data-index'));
    await pressUntil(other, 'k', async () => (await current()) === '0');
    await other.keyboard.press('m');
    await expect.poll(current).toBe('1');
    await other.keyboard.press('j');
    await other.keyboard.press('x');
    expect(await current()).toBe('1');
    expect(await other.locator('.bulk-bar').count()).toBe(0);
    await other.keyboard.press('?');
    const sheet = other.getByRole('dialog');
    expect(await sheet.locator('dt:text-is("Next row") + dd').textContent()).toBe('M');
    expect(await sheet.getByText('Select the row', { exact: true }).count()).toBe(0);
    await other.context().close();
    await page.context().close();
  });

  it('switch all single keys off at once, but no chords', async () => {
    const page = await (await browseAs(browser, login)).newPage();
    await open(page, '/me/keyboard');
    await kept(page, () => segment(page, 'All single keys', 'Off').click());
    await page.goto('/tickets?view=open');
    await page.getByRole('row').nth(2).waitFor();
    expect(await page.locator('.list-foot-keys').count()).toBe(0);
    const palette = page.getByRole('dialog', { name: 'Search and commands' });
    await pressUntil(page, 'Control+k', () => palette.isVisible());
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await pressUntil(page, 'Control+k', () => palette.isVisible());
    expect(await page.getByRole('dialog', { name: 'Keys on this page' }).count()).toBe(0);
    await page.context().close();
  });
});
