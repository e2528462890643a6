import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { Follower } from '../support/follow.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';
import { fillRepair } from '../support/fill-repair.ts';
import { act, becomeReady, endAllCalls, phoneOf, ringIn } from '../support/phone.ts';

let browser: Browser;
let admin: Integrator;
let songJia: Integrator;
let toldOthers: Follower<{ ticket: { number: string } | null }>;
let caller: { name: string; number: string; ticketTitle: string };
let chenYu: Page;
let liuYang: Page;
let guoTao: Page;
let ticketUrl: string;

const title = `Air conditioner shows E4 (${Date.now()})`;

interface Mine {
  tickets: { edges: { node: { title: string; customer: { id: string; name: string } | null } }[] };
}

/** A customer with an open ticket that she may see, so that the card has something to show. */
async function findCaller(): Promise<typeof caller> {
  const agent = await asPerson('chen.yu');
  const { tickets } = await agent.query<Mine>(
    `{ tickets(first: 50, filter: { isActive: { eq: true } }) { edges { node { title customer { id name } } } } }`,
  );
  for (const { node } of tickets.edges) {
    if (!node.customer) continue;
    // She sees numbers masked; the simulator is told of the whole one.
    const { customer } = await admin.query<{ customer: { phones: { e164: string | null }[] } | null }>(
      `query ($id: ID!) { customer: node(id: $id) { ... on Customer { phones { e164 } } } }`,
      { id: node.customer.id },
    );
    const number = customer?.phones[0]?.e164;
    if (number) return { name: node.customer.name, number, ticketTitle: node.title };
  }
  throw new Error('no customer with an open ticket');
}

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  await endAllCalls(admin);
  songJia = await asPerson('song.jia');
  toldOthers = await Follower.start(songJia, 'subscription { ticketEvents { ticket { number } } }');
  chenYu = await (await browseAs(browser, 'chen.yu')).newPage();
  liuYang = await (await browseAs(browser, 'liu.yang')).newPage();
  guoTao = await (await browseAs(browser, 'guo.tao')).newPage();
});
afterAll(async () => {
  toldOthers.stop();
  await browser.close();
});

const ticketNumber = () => ticketUrl.split('/').at(-1) ?? '';
const accept = (page: Page) => page.getByRole('button', { name: /^Accept/ });
const submitButton = (page: Page) => page.getByRole('button', { name: /^Submit step/ });
const stepWork = (page: Page) => page.getByRole('region', { name: 'Handle' });
const stepNamed = (page: Page, name: string) => stepWork(page).getByRole('heading', { level: 2, name, exact: true });
const activity = (page: Page) => page.getByRole('region', { name: 'Activity' });
const submit = (page: Page) => submitButton(page).click();

/** Makes the step one's own, where the flow has not given it already. */
async function take(page: Page): Promise<void> {
  await accept(page).or(submitButton(page)).first().waitFor();
  if (await accept(page).isVisible()) await accept(page).click();
  await submitButton(page).waitFor();
}

describe('a call becomes a ticket that finishes', { timeout: 60_000 }, () => {
  it('makes her ready', async () => {
    await openPage(chenYu, '/workbench');
    await becomeReady(chenYu);
  });

  it('shows at once who calls, the tickets that are open and the last contacts', async () => {
    caller = await findCaller();
    const missed = await ringIn(admin, { customerNumber: caller.number, agent: 'chen.yu' });
    await act(admin, 'abandon', missed);
    await ringIn(admin, { customerNumber: caller.number, agent: 'chen.yu' });
    const card = chenYu.getByRole('region', { name: caller.name });
    await card.waitFor();
    await card.getByRole('listitem').filter({ hasText: caller.ticketTitle }).first().waitFor();
    await card.getByRole('list', { name: 'Last contacts' }).getByText('Missed call').first().waitFor();
  });

  it('answers with F8 and opens the customer', async () => {
    await chenYu.keyboard.press('F8');
    await chenYu.getByRole('heading', { level: 1, name: caller.name }).waitFor();
    await phoneOf(chenYu).getByRole('button', { name: 'Hang up' }).waitFor();
  });

  it('opens a repair from the pop, with the fields that its answers ask for', async () => {
    await chenYu.getByRole('link', { name: 'New ticket' }).first().click();
    await chenYu.waitForURL(/\/tickets\/new\?customer=[^&]+&call=/);
    await fillRepair(chenYu, title, caller.number);
    await chenYu.getByRole('button', { name: /^Create ticket/ }).click();
    await chenYu.waitForURL(/\/tickets\/WX/);
    ticketUrl = new URL(chenYu.url()).pathname;
    await chenYu.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  it('belongs to the call that goes on', async () => {
    const calls = chenYu.getByRole('region', { name: 'Calls' });
    await calls.getByRole('link').first().waitFor();
    await calls.getByText('In call').waitFor();
    await chenYu.reload();
    await phoneOf(chenYu).getByText(caller.name).waitFor();
  });

  it('shows the clocks of its promises', async () => {
    const clocks = chenYu.getByRole('complementary', { name: 'Flow' });
    await clocks.getByText('First response').first().waitFor();
    await clocks.getByText('Completion').first().waitFor();
    await clocks
      .getByText(/ left$/)
      .first()
      .waitFor();
  });

  it('ends the call, says what came of it, and keeps the recording with the ticket', async () => {
    await phoneOf(chenYu).getByRole('button', { name: 'Hang up' }).click();
    await phoneOf(chenYu).getByRole('combobox', { name: 'What came of the call' }).selectOption('Ticket opened');
    await phoneOf(chenYu).getByRole('button', { name: 'Ready now' }).click();
    await phoneOf(chenYu)
      .getByRole('button', { name: /^Ready(?! now)/ })
      .waitFor();
    await chenYu.getByRole('region', { name: 'Calls' }).getByRole('button', { name: 'Play' }).waitFor();
  });

  it('goes from customer service to the technicians', async () => {
    await take(chenYu);
    await submit(chenYu);
    await stepNamed(chenYu, 'Technical diagnosis').waitFor();
  });

  it('is claimed by one of two who click at once; the other is told who has it', async () => {
    for (const page of [liuYang, guoTao]) {
      await openPage(page, ticketUrl);
      await accept(page).waitFor();
    }
    await Promise.all([accept(liuYang).click(), accept(guoTao).click()]);
    const won = (page: Page) =>
      submitButton(page)
        .waitFor()
        .then(() => page);
    const winner = await Promise.any([won(liuYang), won(guoTao)]);
    const [loser, name] = winner === liuYang ? [guoTao, /刘洋/] : [liuYang, /郭涛/];
    await stepWork(loser).getByText(name).first().waitFor();
    await accept(loser).waitFor({ state: 'detached' });
    expect(await submitButton(loser).count()).toBe(0);
    if (winner === liuYang) return;
    await winner.getByRole('button', { name: 'Reassign', exact: true }).click();
    await reassignTo(winner, '刘洋');
  });

  it('is sent back with a reason, and comes again', async () => {
    await take(liuYang);
    await liuYang.getByRole('button', { name: 'Roll back', exact: true }).click();
    const dialog = liuYang.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Which model is it?');
    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await activity(chenYu).getByText('Which model is it?').first().waitFor();
    await take(chenYu);
    await chenYu.getByRole('textbox', { name: 'Model' }).fill('KFR-35GW');
    await submit(chenYu);
  });

  it('carries a note with a file, which colleagues open', async () => {
    await take(liuYang);
    const composer = liuYang.getByRole('textbox', { name: 'Internal note' });
    await composer.fill('The plate is in the picture.');
    await liuYang
      .getByLabel('Attach files')
      .setInputFiles({ name: 'plate.txt', mimeType: 'text/plain', buffer: Buffer.from('KFR-35GW') });
    await liuYang.getByRole('button', { name: 'Remove plate.txt' }).waitFor();
    await liuYang.getByRole('button', { name: /^Add/ }).click();
    const file = activity(chenYu).getByRole('link', { name: 'plate.txt' });
    await file.waitFor();
    const response = await chenYu.request.get((await file.getAttribute('href')) ?? '');
    expect(response.status()).toBe(200);
    expect(await response.text()).toBe('KFR-35GW');
    expect(response.headers()['content-disposition']).toMatch(/^attachment/);
  });

  it('is handed to a colleague by the manager, and back', async () => {
    const zhaoLei = await (await browseAs(browser, 'zhao.lei')).newPage();
    await openPage(zhaoLei, ticketUrl);
    for (const [name, state] of [['郭涛', 'detached'] as const, ['刘洋', 'visible'] as const]) {
      await zhaoLei.getByRole('button', { name: 'Reassign', exact: true }).click();
      await reassignTo(zhaoLei, name);
      await activity(zhaoLei).getByText('reassigned').first().waitFor();
      // What he enters before his page has heard of it would be thrown away with the step.
      await accept(liuYang).or(submitButton(liuYang)).first().waitFor({ state });
    }
    await zhaoLei.close();
  });

  it('is diagnosed, called back, and finished', async () => {
    await take(liuYang);
    await liuYang.getByRole('radio', { name: 'Can be solved remotely' }).check();
    await liuYang.getByRole('textbox', { name: 'Diagnosis in words' }).fill('Reset the board.');
    await submit(liuYang);
    await stepNamed(chenYu, 'Call-back').waitFor();
    await take(chenYu);
    await chenYu.getByRole('radio', { name: 'Yes' }).last().check();
    await submit(chenYu);
    await chenYu.getByText('Completed').first().waitFor();
    await liuYang.getByText('Completed').first().waitFor();
  });

  it('can be supplemented after its end', async () => {
    const composer = chenYu.getByRole('textbox', { name: 'Supplement' });
    await composer.fill('She called to say thank you.');
    await chenYu.getByRole('button', { name: /^Add/ }).click();
    await activity(chenYu).getByText('She called to say thank you.').waitFor();
  });

  it('tells its whole story in the history', async () => {
    await activity(chenYu).getByText('rolled back').first().waitFor();
    for (const told of ['created the ticket', 'accepted', 'submitted', 'reassigned', 'internal note', 'supplement']) {
      expect(await activity(chenYu).getByText(told).count(), told).toBeGreaterThan(0);
    }
  });

  it('is seen by the manager', async () => {
    const zhouMin = await (await browseAs(browser, 'zhou.min')).newPage();
    await openPage(zhouMin, ticketUrl);
    await zhouMin.getByRole('heading', { level: 1, name: title }).waitFor();
    await zhouMin.close();
  });

  it('does not exist for another department: page, GraphQL, search, news, file and recording', async () => {
    const context = await browseAs(browser, 'song.jia');
    const page = await context.newPage();
    expect((await page.goto(ticketUrl))?.status()).toBe(404);
    const owner = await asPerson('chen.yu');
    interface Record {
      ticket: { id: string; files: { url: string }[]; calls: { id: string; recordings: { url: string }[] }[] };
    }
    const { ticket } = await owner.query<Record>(
      `query ($number: String!) { ticket(number: $number) { id files { url } calls { id recordings { url } } } }`,
      { number: ticketNumber() },
    );
    const seen = await songJia.query<{ ticket: unknown; nodes: unknown[]; tickets: { edges: unknown[] } }>(
      `query ($number: String!, $ids: [ID!]!, $search: String!) {
        ticket(number: $number) { id }
        nodes(ids: $ids) { id }
        tickets(first: 5, filter: { search: $search }) { edges { node { id } } }
      }`,
      { number: ticketNumber(), ids: [ticket.id, ticket.calls[0]?.id], search: ticketNumber() },
    );
    expect(seen).toEqual({ ticket: null, nodes: [null, null], tickets: { edges: [] } });
    expect(toldOthers.items.filter((item) => item.ticket?.number === ticketNumber())).toEqual([]);
    const urls = [ticket.files[0]?.url, ticket.calls[0]?.recordings[0]?.url];
    for (const url of urls) {
      expect(url).toBeTruthy();
      expect((await context.request.get(url ?? '')).status(), url).toBe(404);
      expect((await chenYu.request.get(url ?? '')).status(), url).toBe(200);
    }
    await context.close();
  });
});

async function reassignTo(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await dialog.getByRole('button', { name: /^(Reassign|Give)/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}
