import { it } from 'vitest';
import { browseAs } from './support/browse.ts';
import { openBrowser } from './support/open-browser.ts';
it('looks', { timeout: 120000 }, async () => {
  const browser = await openBrowser();
  const page = await (await browseAs(browser, 'admin')).newPage();
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
  page.on('console', (m) => {
    if (m.type() === 'error') console.log('CONSOLE', m.text());
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/ticket-types');
  await page.screenshot({ path: '/tmp/d0.png' });
  await page.locator('tbody a').first().click();
  await page.getByRole('button', { name: 'Design', exact: true }).click();
  await page.waitForTimeout(4000);
  await page.screenshot({ path: '/tmp/d1.png' });
  console.log(page.url());
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/d1.png' });
  await page.locator('.outline-name').nth(1).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/d2.png' });
  const base = page.url().replace(/form$/, '');
  for (const tab of ['basics', 'flow', 'sla', 'permissions', 'publish']) {
    await page.goto(base + tab);
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/d-${tab}.png` });
  }
  await page.goto(base + 'form');
  await page.locator('.outline-fields button[aria-pressed]').last().click();
  await page.waitForTimeout(600);
  await page.screenshot({ path: '/tmp/d3.png' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: '/tmp/d4.png' });
  await browser.close();
});
