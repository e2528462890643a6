import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { faultAnswers, presentStep, typeIdOf } from '../support/demo-ticket.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let liNa: Integrator;
let admin: Integrator;
let number: string;
let desk: Page;

beforeAll(async () => {
  browser = await openBrowser();
  liNa = await asPerson('li.na');
  admin = await asPerson('admin');
  const typeId = await typeIdOf(liNa, 'repair');
  const { ticket } = await liNa.act<{ ticket: { number: string } }>(
    'createTicket',
    { typeId, title: '热水器漏水 Heater leaks', answers: faultAnswers },
    'ticket { number }',
  );
  number = ticket.number;
  const { ticketId, stepId, actions } = await presentStep(liNa, number);
  if (actions.includes('ACCEPT')) await liNa.act('acceptStep', { ticketId, stepId }, 'ticket { id }');
  desk = await (await browseAs(browser, 'li.na')).newPage();
});
afterAll(() => browser.close());

const description = (page: Page) => page.getByRole('textbox', { name: /What happened/ });
const note = (page: Page) => page.getByRole('textbox', { name: 'Internal note' });

async function open(page: Page): Promise<void> {
  await page.goto(`/tickets/${number}`);
  await description(page).waitFor();
}
const storedPhone = async () => {
  const query = 'query ($number: String!) { ticket(number: $number) { answers } }';
  const { ticket } = await admin.query<{ ticket: { answers: Record<string, string> } }>(query, { number });
  return ticket.answers.contact_phone;
};

describe('what is typed and not sent', { timeout: 60_000 }, () => {
  it('survives a reload', async () => {
    await open(desk);
    await desk.getByRole('group', { name: 'Phone' }).waitFor();
    await description(desk).fill('Drips from the valve');
    await note(desk).fill('Ask the warehouse for a valve');
    await desk.locator('.step-head').getByText('Draft saved').waitFor();
    await desk.locator('.composer').getByText('Draft saved').waitFor();
    await desk.reload();
    await desk.waitForFunction(() => document.querySelector('textarea')?.value === 'Drips from the valve');
    expect(await note(desk).inputValue()).toBe('Ask the warehouse for a valve');
  });

  it('is there on another device, in the page as the server sends it', async () => {
    const other = await (await browseAs(browser, 'li.na', { width: 390, theme: 'dark' })).newPage();
    await open(other);
    expect(await description(other).inputValue()).toBe('Drips from the valve');
    expect(await other.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual([]);
    await other.context().close();
  });

  it('stays on this device while the server cannot be reached, and goes there afterwards', async () => {
    await desk.context().setOffline(true);
    await description(desk).fill('Drips from the valve, floor is wet');
    await desk.locator('.step-head').getByText('Kept on this device').waitFor();
    await desk.context().setOffline(false);
    await desk.locator('.step-head').getByText('Draft saved').waitFor({ timeout: 20_000 });
    await desk.reload();
    expect(await description(desk).inputValue()).toBe('Drips from the valve, floor is wet');
  });

  it('is gone once it is sent, and the covered number is still what was stored', async () => {
    expect(await desk.getByRole('textbox', { name: /Contact phone/ }).inputValue()).toBe('137 **** 7000');
    await note(desk).press('Control+Enter');
    await desk.locator('.stream').getByText('Ask the warehouse for a valve').waitFor();
    await desk.getByRole('button', { name: /^Submit step/ }).click();
    await desk.getByText('Drips from the valve, floor is wet').first().waitFor();
    await desk.reload();
    await note(desk).waitFor();
    expect(await note(desk).inputValue()).toBe('');
    const query = 'query ($number: String!) { ticket(number: $number) { workDrafts { content } answers } }';
    const { ticket } = await liNa.query<{ ticket: { workDrafts: []; answers: Record<string, string> } }>(query, {
      number,
    });
    expect(ticket.workDrafts).toEqual([]);
    expect(ticket.answers).toMatchObject({
      contact_phone: '137 **** 7000',
      fault_description: 'Drips from the valve, floor is wet',
    });
    expect(await storedPhone()).toBe('+8613700137000');
  });
});
