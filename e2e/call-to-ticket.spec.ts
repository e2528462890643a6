import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from './support/browse.ts';
import { asPerson, type Integrator } from './support/integrator.ts';
import { openBrowser } from './support/open-browser.ts';
import { simulatorChannel } from './support/simulator.ts';

let browser: Browser;
let admin: Integrator;
let caller: { name: string; number: string; ticketTitle: string };
let liNa: Page;
let liuYang: Page;
let ticketUrl: string;

interface Found {
  tickets: { edges: { node: { title: string; customer: { name: string; phones: { e164: string }[] } | null } }[] };
}

/** A customer with an open ticket of hers, so that the card has something to show. */
async function findCaller(): Promise<typeof caller> {
  const { tickets } = await admin.query<Found>(
    `{ tickets(first: 50, view: OPEN) { edges { node { title customer { name phones { e164 } } } } } }`,
  );
  for (const { node } of tickets.edges) {
    const number = node.customer?.phones[0]?.e164;
    if (node.customer && number) return { name: node.customer.name, number, ticketTitle: node.title };
  }
  throw new Error('no customer with an open ticket');
}

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  liNa = await (await browseAs(browser, 'li.na')).newPage();
  liuYang = await (await browseAs(browser, 'liu.yang')).newPage();
});
afterAll(() => browser.close());

const phone = (): ReturnType<Page['getByRole']> => liNa.getByRole('group', { name: 'Phone' });
const submit = (page: Page) => page.getByRole('button', { name: /^Submit step/ }).click();

describe('a call becomes a ticket that finishes', { timeout: 60_000 }, () => {
  it('makes her ready', async () => {
    await liNa.goto('/workbench');
    await phone().waitFor();
    const state = phone().getByRole('button').first();
    if (!(await state.textContent())?.startsWith('Ready')) {
      await state.click();
      await liNa.getByRole('menuitem', { name: 'Ready', exact: true }).click();
    }
    await phone().getByText('Ready').waitFor();
  });

  it('shows at once who calls and the tickets that are open', async () => {
    caller = await findCaller();
    const channelId = await simulatorChannel(admin);
    const input = { customerNumber: caller.number, agent: 'li.na' };
    await admin.act('runPluginAction', { channelId, action: 'ringIn', input }, 'runId');
    const card = liNa.getByRole('region', { name: caller.name });
    await card.waitFor();
    await card.getByRole('listitem').filter({ hasText: caller.ticketTitle }).first().waitFor();
  });

  it('answers with F8 and opens the customer', async () => {
    await liNa.keyboard.press('F8');
    await liNa.getByRole('heading', { level: 1, name: caller.name }).waitFor();
    await phone().getByRole('button', { name: 'Hang up' }).waitFor();
  });

  it('opens a repair from the pop, with the fields that its answers ask for', async () => {
    await liNa.getByRole('link', { name: 'New ticket' }).first().click();
    await liNa.getByRole('link', { name: 'Repair', exact: true }).click();
    await liNa.getByRole('textbox', { name: 'Title' }).fill('Air conditioner shows E4');
    await liNa.getByRole('textbox', { name: 'Contact phone' }).last().fill(caller.number);
    await choose('Appliance', 'Air conditioner');
    const code = liNa.getByRole('textbox', { name: 'Error code' });
    expect(await code.count()).toBe(0);
    await liNa.getByRole('checkbox', { name: 'Shows an error code' }).check();
    await code.fill('E4');
    await liNa.getByRole('textbox', { name: 'What happened' }).fill('It shows E4 and does not cool.');
    await liNa.getByRole('button', { name: /^Create ticket/ }).click();
    await liNa.waitForURL(/\/tickets\/WX/);
    ticketUrl = new URL(liNa.url()).pathname;
    await liNa.getByRole('heading', { level: 1, name: 'Air conditioner shows E4' }).waitFor();
  });

  it('shows the clocks of its promises', async () => {
    await liNa.getByText('First response').first().waitFor();
    await liNa.getByText('Completion').first().waitFor();
    await liNa.getByText(/ left$/).first().waitFor();
  });

  it('goes from customer service to the technician who claims it', async () => {
    const accept = liNa.getByRole('button', { name: /^Accept/ });
    if (await accept.isVisible()) await accept.click();
    await submit(liNa);
    await liNa.getByRole('heading', { name: 'Technical diagnosis' }).waitFor();
    await liuYang.goto(ticketUrl);
    await liuYang.getByRole('button', { name: /^Accept/ }).click();
    await liuYang.getByRole('button', { name: /^Submit step/ }).waitFor();
  });

  it('is sent back with a reason, and comes again', async () => {
    await liuYang.getByRole('button', { name: 'Roll back', exact: true }).click();
    const dialog = liuYang.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Which model is it?');
    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await liNa.getByText('Which model is it?').first().waitFor();
    const accept = liNa.getByRole('button', { name: /^Accept/ });
    await accept.or(liNa.getByRole('button', { name: /^Submit step/ })).first().waitFor();
    if (await accept.isVisible()) await accept.click();
    await liNa.getByRole('textbox', { name: 'Model' }).fill('KFR-35GW');
    await submit(liNa);
    await liuYang.getByRole('button', { name: /^Accept|^Submit step/ }).first().waitFor();
  });

  it('is diagnosed, called back, and finished', async () => {
    const accept = liuYang.getByRole('button', { name: /^Accept/ });
    if (await accept.isVisible()) await accept.click();
    await liuYang.getByRole('radio', { name: 'Can be solved remotely' }).check();
    await liuYang.getByRole('textbox', { name: 'Diagnosis in words' }).fill('Reset the board.');
    await submit(liuYang);
    await liNa.getByRole('heading', { name: 'Call-back' }).waitFor();
    const takeBack = liNa.getByRole('button', { name: /^Accept/ });
    await takeBack.or(liNa.getByRole('button', { name: /^Submit step/ })).first().waitFor();
    if (await takeBack.isVisible()) await takeBack.click();
    await liNa.getByRole('radio', { name: 'Yes' }).last().check();
    await submit(liNa);
    await liNa.getByText('Completed').first().waitFor();
    await liuYang.getByText('Completed').first().waitFor();
  });
});

async function choose(field: string, option: string): Promise<void> {
  await liNa.getByRole('combobox', { name: field }).click();
  await liNa.getByRole('option', { name: option }).click();
}
