import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { faultAnswers, typeIdOf } from '../support/demo-ticket.ts';
import { fillRepair } from '../support/fill-repair.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { newNumber } from '../support/phone.ts';

let browser: Browser;
let liNa: Integrator;
let desk: Page;
let parent: { id: string; number: string };
const title = `洗碗机漏水 Dishwasher leaks ${Date.now() % 100_000}`;

beforeAll(async () => {
  browser = await openBrowser();
  liNa = await asPerson('li.na');
  const { customers } = await liNa.query<{ customers: { edges: { node: { id: string } }[] } }>(
    '{ customers(first: 1) { edges { node { id } } } }',
  );
  const { ticket } = await liNa.act<{ ticket: { id: string; number: string } }>(
    'createTicket',
    { typeId: await typeIdOf(liNa, 'repair'), title, customerId: customers.edges[0]?.node.id, answers: faultAnswers },
    'ticket { id number }',
  );
  parent = ticket;
  desk = await (await browseAs(browser, 'li.na')).newPage();
});
afterAll(() => browser.close());

const panel = (page: Page) => page.getByRole('region', { name: /^Sub-tickets/ });

describe('a sub-ticket made by hand', { timeout: 60_000 }, () => {
  it('begins with the customer and the title of its ticket, in a type of its own', async () => {
    await openPage(desk, `/tickets/${parent.number}`);
    await panel(desk).getByRole('link', { name: 'New sub-ticket' }).click();
    await desk.getByRole('heading', { level: 1, name: 'New sub-ticket' }).waitFor();
    await desk.getByRole('link', { name: 'Repair', exact: true }).click();
    expect(await desk.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(title);
    await fillRepair(desk, 'Order a door seal', newNumber());
    await desk.getByRole('button', { name: /^Create ticket/ }).click();
    await desk.waitForURL(/\/tickets\/WX/);
    await panel(desk).getByRole('link', { name: title }).waitFor();
  });

  it('stands on the page of its ticket and in its history', async () => {
    const { ticket } = await liNa.query<{
      ticket: { customer: { id: string } | null; subTickets: { number: string; customer: { id: string } | null }[] };
    }>(`query ($n: String!) { ticket(number: $n) { customer { id } subTickets { number customer { id } } } }`, {
      n: parent.number,
    });
    const [child] = ticket.subTickets;
    expect(child?.customer).toEqual(ticket.customer);
    await panel(desk).getByRole('link', { name: title }).click();
    await desk.getByRole('heading', { level: 1, name: title }).waitFor();
    const line = panel(desk).getByRole('listitem').filter({ hasText: 'Order a door seal' });
    await line.getByText(child?.number ?? 'none').waitFor();
    await desk
      .locator('.stream-line')
      .filter({ hasText: 'created a sub-ticket' })
      .getByRole('link', { name: `${child?.number} Order a door seal` })
      .waitFor();
  });

  it('is not offered to somebody who may not create tickets, and no stranger may hang one on', async () => {
    const stranger = await asPerson('song.jia');
    const outcome = await stranger.attempt(
      'createTicket',
      { typeId: await typeIdOf(liNa, 'complaint'), title: 'x', parentId: parent.id, answers: {} },
      'ticket { id }',
    );
    expect(outcome.__typename).toMatch(/^(NotFound|NotPermitted)Error$/);
  });
});

describe('a ticket that is being written', { timeout: 60_000 }, () => {
  const own = `Draft ${Date.now() % 100_000}`;

  it('is kept as a draft, and is there again after a reload', async () => {
    await openPage(desk, '/tickets/new');
    await desk.getByRole('link', { name: 'Repair', exact: true }).click();
    await desk.getByRole('textbox', { name: 'Title' }).fill(own);
    await desk.getByRole('textbox', { name: 'What happened' }).fill('Half a sentence');
    await desk.getByText('Draft saved').waitFor();
    await desk.waitForURL(/[?&]draft=/);
    await desk.reload();
    await expect.poll(() => desk.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(own);
    expect(await desk.getByRole('textbox', { name: 'What happened' }).inputValue()).toBe('Half a sentence');
  });

  it('goes along to another ticket type', async () => {
    await desk.waitForTimeout(1_000);
    await desk.getByRole('link', { name: 'Complaint', exact: true }).click();
    await desk.waitForURL(/type=/);
    await expect.poll(() => desk.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(own);
    await desk.getByRole('link', { name: 'Repair', exact: true }).click();
    await desk.getByText('Draft saved').waitFor();
  });

  it('is found among the drafts, once, on another device', async () => {
    const phone = await (await browseAs(browser, 'li.na', { width: 390, theme: 'dark' })).newPage();
    await openPage(phone, '/tickets?view=drafts');
    const found = phone.getByRole('link', { name: own });
    await found.first().waitFor();
    expect(await found.count()).toBe(1);
    await found.click();
    await expect.poll(() => phone.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(own);
    await phone.context().close();
  });

  it('can be discarded, and brought back', async () => {
    await desk.getByRole('button', { name: 'Discard draft' }).click();
    await desk.waitForURL(/\/tickets(\?.*)?$/);
    const drafts = () =>
      liNa.query<{ tickets: { edges: { node: { title: string } }[] } }>(
        '{ tickets(first: 50, view: DRAFTS) { edges { node { title } } } }',
      );
    await expect.poll(async () => JSON.stringify(await drafts())).not.toContain(own);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => desk.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(own);
  });
});
