import { openBrowser } from './support/open-browser.ts';
import { browseAs, openPage } from './support/browse.ts';
import { asPerson } from './support/integrator.ts';
import { useInstance } from './support/instance.ts';
useInstance({ url: 'http://127.0.0.1:3231', data: '/work/wt/desk/.data' });
const browser = await openBrowser();
const li = await asPerson('li.na');
const { tickets } = await li.query('{ tickets(first: 50) { edges { node { number id title subTickets { number } history { kind } } } } }');
const parent = tickets.edges.find(({ node }) => node.subTickets.length > 0).node;
const all = await asPerson('admin');
const q = await all.query('{ tickets(first: 60, view: OVERDUE) { edges { node { number history { kind } } } } }');
const esc = q.tickets.edges.find(({ node }) => node.history.some((e) => e.kind === 'sla_escalated'))?.node;
const which = process.argv[2];
for (const [name, look] of [['d', { width: 1440, theme: 'light' }], ['dd', { width: 1440, theme: 'dark', locale: 'zh-CN' }], ['p', { width: 390, theme: 'light', locale: 'zh-CN' }], ['pd', { width: 390, theme: 'dark' }]]) {
  const ctx = await browseAs(browser, which === 'role' || which === 'esc' ? 'admin' : 'li.na', look);
  const page = await ctx.newPage();
  if (which === 'ticket') {
    await openPage(page, `/tickets/${parent.number}`);
    if (look.width < 600) await page.getByRole('tab').nth(2).click();
  }
  if (which === 'esc') { await openPage(page, `/tickets/${esc.number}`); if (look.width < 600) await page.getByRole('tab').nth(1).click(); }
  if (which === 'new') { await openPage(page, `/tickets/new?parent=${encodeURIComponent(parent.id)}`); await page.locator('.type-choice a').last().click(); await page.locator('.new-ticket-form').waitFor(); await page.locator('input[name=title]').fill('Order a door seal 订购门封'); await page.locator('.step-kept svg').waitFor(); }
  if (which === 'role') await openPage(page, '/admin/roles');
  if (which === 'work') await openPage(page, '/workbench');
  await page.waitForTimeout(600);
  await page.screenshot({ path: `/tmp/desk-${which}-${name}.png` });
  await ctx.close();
}
await browser.close();
