import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs } from './support/browse.ts';
import { asPerson, type Integrator } from './support/integrator.ts';
import { openBrowser } from './support/open-browser.ts';
import { simulatorChannel } from './support/simulator.ts';

let browser: Browser;
let admin: Integrator;
let caller: { name: string; number: string; ticketTitle: string };
let chenYu: Page;
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
  chenYu = await (await browseAs(browser, 'chen.yu')).newPage();
  liuYang = await (await browseAs(browser, 'liu.yang')).newPage();
});
afterAll(() => browser.close());

const phone = (): ReturnType<Page['getByRole']> => chenYu.getByRole('group', { name: 'Phone' });
const submit = (page: Page) => page.getByRole('button', { name: /^Submit step/ }).click();

describe('a call becomes a ticket that finishes', { timeout: 60_000 }, () => {
  it('makes her ready', async () => {
    await chenYu.goto('/workbench');
    await phone().waitFor();
    const state = phone().getByRole('button').first();
    if (!(await state.textContent())?.startsWith('Ready')) {
      await state.click();
      await chenYu.getByRole('menuitem', { name: 'Ready', exact: true }).click();
    }
    await phone().getByText('Ready').waitFor();
  });

  it('shows at once who calls and the tickets that are open', async () => {
    caller = await findCaller();
    const channelId = await simulatorChannel(admin);
    const input = { customerNumber: caller.number, agent: 'chen.yu' };
    await admin.act('runPluginAction', { channelId, action: 'ringIn', input }, 'runId');
    const card = chenYu.getByRole('region', { name: caller.name });
    await card.waitFor();
    await card.getByRole('listitem').filter({ hasText: caller.ticketTitle }).first().waitFor();
  });

  it('answers with F8 and opens the customer', async () => {
    await chenYu.keyboard.press('F8');
    await chenYu.getByRole('heading', { level: 1, name: caller.name }).waitFor();
    await phone().getByRole('button', { name: 'Hang up' }).waitFor();
  });

  it('opens a repair from the pop, with the fields that its answers ask for', async () => {
    await chenYu.getByRole('link', { name: 'New ticket' }).first().click();
    await chenYu.getByRole('link', { name: 'Repair', exact: true }).click();
    await chenYu.getByRole('textbox', { name: 'Title' }).fill('Air conditioner shows E4');
    await chenYu.getByRole('textbox', { name: 'Contact phone' }).last().fill(caller.number);
    await choose('Appliance', 'Air conditioner');
    const code = chenYu.getByRole('textbox', { name: 'Error code' });
    expect(await code.count()).toBe(0);
    await choose('Symptoms', 'Shows an error code');
    await chenYu.keyboard.press('Escape');
    await code.fill('E4');
    await chenYu.getByRole('textbox', { name: 'What happened' }).fill('It shows E4 and does not cool.');
    await chenYu.getByRole('button', { name: /^Create ticket/ }).click();
    await chenYu.waitForURL(/\/tickets\/WX/);
    ticketUrl = new URL(chenYu.url()).pathname;
    await chenYu.getByRole('heading', { level: 1, name: 'Air conditioner shows E4' }).waitFor();
  });

  it('shows the clocks of its promises', async () => {
    await chenYu.getByText('First response').first().waitFor();
    await chenYu.getByText('Completion').first().waitFor();
    await chenYu
      .getByText(/ left$/)
      .first()
      .waitFor();
  });

  it('goes from customer service to the technician who claims it', async () => {
    const accept = chenYu.getByRole('button', { name: /^Accept/ });
    if (await accept.isVisible()) await accept.click();
    await submit(chenYu);
    await chenYu.getByRole('heading', { name: 'Technical diagnosis' }).waitFor();
    await liuYang.goto(ticketUrl);
    await liuYang.getByRole('button', { name: /^Accept/ }).click();
    await liuYang.getByRole('button', { name: /^Submit step/ }).waitFor();
  });

  it('is sent back with a reason, and comes again', async () => {
    await liuYang.getByRole('button', { name: 'Roll back', exact: true }).click();
    const dialog = liuYang.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Which model is it?');
    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await chenYu.getByText('Which model is it?').first().waitFor();
    const accept = chenYu.getByRole('button', { name: /^Accept/ });
    await accept
      .or(chenYu.getByRole('button', { name: /^Submit step/ }))
      .first()
      .waitFor();
    if (await accept.isVisible()) await accept.click();
    await chenYu.getByRole('textbox', { name: 'Model' }).fill('KFR-35GW');
    await submit(chenYu);
    await liuYang
      .getByRole('button', { name: /^Accept|^Submit step/ })
      .first()
      .waitFor();
  });

  it('is diagnosed, called back, and finished', async () => {
    const accept = liuYang.getByRole('button', { name: /^Accept/ });
    if (await accept.isVisible()) await accept.click();
    await liuYang.getByRole('radio', { name: 'Can be solved remotely' }).check();
    await liuYang.getByRole('textbox', { name: 'Diagnosis in words' }).fill('Reset the board.');
    await submit(liuYang);
    await chenYu.getByRole('heading', { name: 'Call-back' }).waitFor();
    const takeBack = chenYu.getByRole('button', { name: /^Accept/ });
    await takeBack
      .or(chenYu.getByRole('button', { name: /^Submit step/ }))
      .first()
      .waitFor();
    if (await takeBack.isVisible()) await takeBack.click();
    await chenYu.getByRole('radio', { name: 'Yes' }).last().check();
    await submit(chenYu);
    await chenYu.getByText('Completed').first().waitFor();
    await liuYang.getByText('Completed').first().waitFor();
  });
});

async function choose(field: string, option: string): Promise<void> {
  await chenYu.getByRole('combobox', { name: field }).click();
  await chenYu.getByRole('option', { name: option }).click();
}
