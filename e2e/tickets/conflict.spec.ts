import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { readTicket } from '../support/demo-ticket.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { sideBySide } from '../support/side-by-side.ts';

let browser: Browser;
let admin: Integrator;
let desk: Page;
let customerId: string;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  desk = await (await browseAs(browser, 'li.na')).newPage();
});
afterAll(() => browser.close());
async function makeCustomer(): Promise<void> {
  const made = { name: '冯合并 Feng Merge', address: 'Wensan 90', remark: 'Rings at noon' };
  const { customer } = await admin.act<{ customer: { id: string } }>('createCustomer', made, 'customer { id }');
  customerId = customer.id;
  await openPage(desk, `/customers/${encodeURIComponent(customerId)}`);
}

interface Facts {
  address: string;
  remark: string;
  version: number;
}

async function stored(): Promise<Facts> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Customer { address remark version } } }';
  return (await admin.query<{ node: Facts }>(query, { id: customerId })).node;
}
const changeMeanwhile = async (facts: object) =>
  admin.act('updateCustomer', { customerId, expectedVersion: (await stored()).version, ...facts }, 'customer { id }');
const field = (name: string) => desk.locator('.customer-facts').getByRole('textbox', { name });
const save = () => desk.getByRole('button', { name: 'Save', exact: true }).click();

describe('two people change a customer at the same time', { timeout: 60_000 }, () => {
  it('merges different facts without a word, and says so in the timeline', async () => {
    await makeCustomer();
    await changeMeanwhile({ address: 'Wensan 478' });
    await field('Remark').fill('Rings in the evening');
    await save();
    await expect.poll(stored).toMatchObject({ address: 'Wensan 478', remark: 'Rings in the evening' });
    await expect.poll(() => field('Address').inputValue()).toBe('Wensan 478');
    await desk.locator('.customer-timeline').getByText('merged with what others changed').waitFor();
  });

  it('shows mine, theirs and before of the same fact; what is chosen stands, and nothing typed is lost', async () => {
    await makeCustomer();
    await changeMeanwhile({ address: 'Wensan 478' });
    await field('Address').fill('Wensan 12');
    await field('Remark').fill('Rings at night');
    await save();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Mine Wensan 12' }).waitFor();
    await dialog.getByRole('radio', { name: /Wensan 478/ }).waitFor();
    await dialog.getByText('Wensan 90').waitFor();
    await dialog.getByRole('button', { name: 'Back to the form' }).click();
    expect([await field('Address').inputValue(), await field('Remark').inputValue()]).toEqual([
      'Wensan 12',
      'Rings at night',
    ]);
    expect(await stored()).toMatchObject({ address: 'Wensan 478', remark: 'Rings at noon' });
    await save();
    await dialog.getByRole('radio', { name: /Wensan 478/ }).check();
    await dialog.getByRole('button', { name: 'Save my choice' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(stored).toMatchObject({ address: 'Wensan 478', remark: 'Rings at night' });
    await expect.poll(() => field('Address').inputValue()).toBe('Wensan 478');
  });
});

describe('two steps of a ticket that run side by side', { timeout: 90_000 }, () => {
  let liNa: Integrator;
  let ticketTypeId: string;
  beforeAll(async () => {
    liNa = await asPerson('li.na');
    const { ticketType } = await admin.act<{ ticketType: { id: string } }>(
      'publishTicketType',
      { definition: sideBySide },
      'ticketType { id }',
    );
    ticketTypeId = ticketType.id;
    await admin.act('setTicketTypeActive', { typeId: ticketTypeId, isActive: true }, 'ticketType { id }');
  });
  afterAll(() => admin.act('setTicketTypeActive', { typeId: ticketTypeId, isActive: false }, 'ticketType { id }'));

  it('keep what the other one changed, and ask about what both changed', async () => {
    const { ticket } = await liNa.act<{ ticket: { id: string; number: string } }>(
      'createTicket',
      { typeId: ticketTypeId, title: 'Both', answers: { place: 'Wensan 90', finding: 'Hums' } },
      'ticket { id number }',
    );
    const steps = async () => (await readTicket(liNa, ticket.number))?.steps.filter(({ isActive }) => isActive) ?? [];
    for (const { stepId, actions } of await steps()) {
      if (actions.includes('ACCEPT')) await liNa.act('acceptStep', { ticketId: ticket.id, stepId }, 'ticket { id }');
    }
    await openPage(desk, `/tickets/${ticket.number}`);
    const finding = desk.getByRole('textbox', { name: 'Finding' });
    await finding.fill('Hums and drips');
    await desk.locator('.step-head').getByText('Draft saved').waitFor();

    const shown = await desk.locator('.step-head h2').innerText();
    const other = (await steps()).find(({ nodeId }) => nodeId !== shown.toLowerCase());
    const theirs = { place: 'Wensan 478', finding: 'Silent' };
    const input = { ticketId: ticket.id, stepId: other?.stepId, answers: theirs };
    await liNa.act('submitStep', input, 'ticket { id }');
    await desk.reload();
    await expect.poll(() => finding.inputValue()).toBe('Hums and drips');

    await desk.getByRole('button', { name: /^Submit step/ }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Mine Hums and drips' }).waitFor();
    await dialog.getByRole('radio', { name: /Silent/ }).waitFor();
    await dialog.getByText('Hums', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Save my choice' }).click();
    await dialog.waitFor({ state: 'detached' });
    const answers = async () =>
      (
        await liNa.query<{ ticket: { answers: object; status: string } }>(
          'query ($n: String!) { ticket(number: $n) { answers status } }',
          { n: ticket.number },
        )
      ).ticket;
    await expect.poll(answers).toMatchObject({
      status: 'COMPLETED',
      answers: { place: 'Wensan 478', finding: 'Hums and drips' },
    });
  });
});
