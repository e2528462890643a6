import type { Browser, BrowserContext, Page } from 'playwright-core';
import { handoffUrl } from './instance.ts';
import { cookieValueOf, sharedSession } from './sign-in.ts';

export interface Look {
  width: number;
  theme: 'light' | 'dark';
  locale?: 'en-GB' | 'zh-CN';
}

/** A browser in which this person is signed in. */
export async function browseAs(
  browser: Browser,
  login: string,
  { width, theme, locale = 'en-GB' }: Look = { width: 1440, theme: 'light' },
): Promise<BrowserContext> {
  const token = await sharedSession(login);
  const context = await browser.newContext({
    baseURL: handoffUrl(),
    locale,
    colorScheme: theme,
    viewport: { width, height: width > 600 ? 900 : 844 },
    hasTouch: width < 600,
    reducedMotion: 'reduce',
  });
  await context.addCookies([{ name: 'handoff_session', value: cookieValueOf(token), url: handoffUrl() }]);
  context.setDefaultTimeout(30_000);
  return context;
}

/** Remix tells the console of every reading that it has broken off itself, for a newer one or another page. */
const brokenOff = 'AbortError: signal is aborted without reason';

/** What the page complains of in the console from now on, and what breaks in it. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(brokenOff))
      complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Waits until the page, which the server has drawn already, answers to clicks and keys. */
export async function pageAnswers(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('#main') ?? {}).some((key) => key.startsWith('__react')),
  );
}

/** Opens a page of the app and waits until it answers. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await pageAnswers(page);
}
