import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Run by itself: what axe's builder for Playwright adds for frames of other origins takes as long again. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page, or with a part of it: the rule, and where it is broken. */
export async function violationsOf(page: Page, part = 'html'): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('this page has frames, and axe is run in the page alone');
  await page.evaluate(source);
  return page.evaluate(async (within) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(within, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, part);
}
