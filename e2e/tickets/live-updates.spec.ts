import type { Browser, BrowserContext, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { openBrowser } from '../support/open-browser.ts';

interface Asked {
  query: string;
  extensions?: { persistedQuery?: { sha256Hash?: string } };
}

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browseAs(browser, 'li.na');
});
afterAll(() => browser.close());

const isFeed = (request: Request) => request.method() === 'POST' && new URL(request.url()).pathname === '/graphql';
const hashOf = (asked: Asked) => asked.extensions?.persistedQuery?.sha256Hash ?? '';

describe('the live updates of a page', { timeout: 60_000 }, () => {
  it('name their operations and carry no text of them', async () => {
    const page = await context.newPage();
    const asked: Asked[] = [];
    page.on('request', (request) => {
      if (isFeed(request)) asked.push(request.postDataJSON() as Asked);
    });
    await page.goto('/workbench');
    await expect.poll(() => new Set(asked.map(hashOf)).size, { timeout: 20_000 }).toBe(4);
    for (const one of asked) {
      expect(one.query).toBe('');
      expect(hashOf(one)).toMatch(/^[0-9a-f]{64}$/);
    }
    await page.close();
  });

  it('ask for the operations of today when the server no longer knows theirs', async () => {
    const page = await context.newPage();
    const outdated = 'f'.repeat(64);
    const sent: string[] = [];
    let isOutdated = true;
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON() as Asked;
      const wasOutdated = isOutdated;
      isOutdated = false;
      if (!wasOutdated) return route.continue();
      sent.push(outdated);
      return route.continue({
        postData: JSON.stringify({ ...asked, extensions: { persistedQuery: { version: 1, sha256Hash: outdated } } }),
      });
    });
    const readAgain = page.waitForRequest((request) => new URL(request.url()).pathname === '/workbench.data', {
      timeout: 20_000,
    });
    await page.goto('/workbench');
    await readAgain;
    expect(sent).toHaveLength(1);
    await page.close();
  });
});
