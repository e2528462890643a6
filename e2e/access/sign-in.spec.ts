import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { handoffUrl } from '../support/instance.ts';
import { asPerson, Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { cookieValueOf, demoPassword, openSession } from '../support/sign-in.ts';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => context.close());

async function loginPage(locale: string): Promise<Page> {
  context = await browser.newContext({ baseURL: handoffUrl(), locale });
  const page = await context.newPage();
  await page.goto('/login');
  return page;
}

const words = {
  'en-GB': { name: 'User name or e-mail', password: 'Password', submit: 'Sign in', wrong: /do not go together/ },
  'zh-CN': { name: '用户名或邮箱', password: '密码', submit: '登录', wrong: /登录名与密码不匹配/ },
} as const;

async function fillIn(page: Page, locale: keyof typeof words, login: string, password: string): Promise<void> {
  const { name, password: label, submit } = words[locale];
  await page.getByRole('textbox', { name }).fill(login);
  // The label ends in the mark of a required field.
  await page.getByLabel(new RegExp(`^${label}`)).fill(password);
  await page.getByRole('button', { name: submit, exact: true }).click();
}

describe('signing in', () => {
  it.each(['en-GB', 'zh-CN'] as const)('says in %s that name and password do not fit', async (locale) => {
    const page = await loginPage(locale);
    await fillIn(page, locale, 'li.na', 'wrong');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(words[locale].wrong);
    expect(new URL(page.url()).pathname).toBe('/login');
  });

  it('opens the page that was asked for, and signing out closes it again', async () => {
    const page = await loginPage('en-GB');
    await page.goto('/me/profile');
    await page.waitForURL(/\/login/);
    // The limit on attempts may hold for some seconds after other specs signed in from the same address.
    await expect
      .poll(
        async () => {
          await fillIn(page, 'en-GB', 'chen.yu', demoPassword());
          await page.waitForLoadState();
          const reached = page.waitForURL('**/me/profile', { timeout: 4_000 });
          return reached.then(
            () => true,
            () => false,
          );
        },
        { timeout: 50_000, interval: 1_000 },
      )
      .toBe(true);
    await page.getByRole('button', { name: /陈宇/ }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.waitForURL(/\/login/);
    await page.goto('/me/profile');
    await page.waitForURL(/\/login/);
  });

  it('is over in a browser whose session was revoked from another one', async () => {
    const token = await openSession('chen.yu');
    const itself = new Integrator({ authorization: `Bearer ${token}` });
    const page = await loginPage('en-GB');
    await context.addCookies([{ name: 'handoff_session', value: cookieValueOf(token), url: handoffUrl() }]);
    await page.goto('/me/sessions');
    expect(new URL(page.url()).pathname).toBe('/me/sessions');
    const { viewer } = await itself.query<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(
      '{ viewer { sessions { id isCurrent } } }',
    );
    const sessionId = viewer.sessions.find(({ isCurrent }) => isCurrent)?.id;
    await (await asPerson('chen.yu')).act('revokeSession', { sessionId }, 'sessionId');
    await page.reload();
    await page.waitForURL(/\/login/);
  });
});
