import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures go for whoever wants to look at them. No check reads them, so without it none is taken. */
const folder = process.env['SCREENSHOTS'];

/** Takes a picture of the page as it is now, where somebody asked for pictures. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
