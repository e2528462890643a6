import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let admin: Page;
const name = `Second exchange ${Date.now() % 100_000}`;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(() => browser.close());

const field = (label: string | RegExp) => admin.getByRole('textbox', { name: label });
const secret = () => admin.getByLabel(/API secret/);
/** What a field says is wrong with it. */
const errorOf = async (control: ReturnType<typeof field>) => {
  expect(await control.getAttribute('aria-invalid')).toBe('true');
  const ids = (await control.getAttribute('aria-describedby'))?.split(' ') ?? [];
  return (await Promise.all(ids.map((id) => admin.locator(`[id="${id}"]`).innerText()))).join(' ');
};

describe('a channel of the telephony simulator', { timeout: 60_000 }, () => {
  it('is refused with each faulty setting named at its field', async () => {
    await openPage(admin, '/admin/channels');
    await admin.getByRole('button', { name: 'New channel' }).click();
    await admin.getByRole('combobox', { name: 'Plugin' }).waitFor();
    await field('Name').fill(name);
    await field(/Company numbers/).fill('0571 8800 9999\ncall us');
    await field(/Longest recording/).fill('9000');
    await secret().fill('short');
    await admin.getByRole('button', { name: 'Create channel' }).click();
    await expect.poll(() => field(/Company numbers/).getAttribute('aria-invalid')).toBe('true');
    expect(await errorOf(field(/Company numbers/))).toContain('write it in digits');
    expect(await errorOf(field(/Longest recording/))).toMatch(/600/);
    expect(await errorOf(secret())).toMatch(/8/);
    expect(await field('Name').inputValue()).toBe(name);
  });

  it('is created once they are mended, and connects when it is switched on', async () => {
    await field(/Company numbers/).fill('0571 8800 9999');
    await field(/Longest recording/).fill('30');
    await secret().fill('a-long-enough-secret');
    await admin.getByRole('button', { name: 'Create channel' }).click();
    await admin.getByRole('heading', { level: 1, name }).waitFor();
    await admin.getByText("Switch the channel on to run its plugin's actions.").waitFor();
    await admin.getByRole('button', { name: 'Switch on' }).click();
    await admin.locator('.admin-head').getByText('Connected').waitFor({ timeout: 30_000 });
    await admin.getByText('It is set. Leave this empty to keep it.').waitFor();
    expect(await secret().inputValue()).toBe('');
  });

  it('rings: its connection is tried by an action, which says what it cannot do', async () => {
    await admin.getByText('Customer gives up', { exact: true }).first().click();
    const form = admin.getByRole('form', { name: 'Customer gives up' });
    await form.getByRole('textbox', { name: 'Call id' }).fill('nobody');
    await form.getByRole('button', { name: 'Customer gives up' }).click();
    await form.getByRole('status').getByText('was sent to the plugin').waitFor();
    await expect
      .poll(
        async () => {
          await admin.reload();
          return admin.getByRole('main').innerText();
        },
        { timeout: 30_000, interval: 1_000 },
      )
      .toContain('There is no call nobody');
  });

  it('is edited, keeps its secret, and is connected with the new settings', async () => {
    await openPage(admin, new URL(admin.url()).pathname);
    await field(/Company numbers/).fill('0571 8800 9999\n400 800 9999');
    await admin.getByRole('button', { name: 'Save settings' }).click();
    await admin.getByText('Saved').first().waitFor();
    await admin.reload();
    expect(await field(/Company numbers/).inputValue()).toBe('0571 8800 9999\n400 800 9999');
    await admin.getByText('It is set. Leave this empty to keep it.').waitFor();
    await admin.locator('.admin-head').getByText('Connected').waitFor({ timeout: 30_000 });
  });

  it('is switched off: its connection ends and its actions go', async () => {
    await openPage(admin, new URL(admin.url()).pathname);
    await admin.getByRole('button', { name: 'Switch off' }).click();
    await admin.getByRole('button', { name: 'Switch on' }).waitFor();
    await admin.getByText("Switch the channel on to run its plugin's actions.").waitFor();
    await admin.locator('.admin-head').getByText('Off', { exact: true }).waitFor({ timeout: 30_000 });
    await openPage(admin, '/admin/channels');
    const row = admin.getByRole('row').filter({ hasText: name });
    expect(await row.getByText('Off', { exact: true }).count()).toBeGreaterThan(0);
  });
});
