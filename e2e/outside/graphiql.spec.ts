import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { handoffUrl } from '../support/instance.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('asks as whoever is signed in, with the examples it opens with and nothing from another site', async () => {
  const page = await (await browseAs(browser, 'zhou.min')).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== handoffUrl() && protocol.startsWith('http')) faults.push(request.url());
  });
  await page.goto('/graphql');
  await page.locator('.graphiql-execute-button').click();
  await page.getByRole('menuitem', { name: 'WhoAmI' }).click();
  await page.locator('.result-window').getByText('"permissions"').waitFor();
  expect(await page.locator('.result-window').innerText()).toContain('周敏');
  expect(faults).toEqual([]);
});
