import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { faultAnswers, presentStep, typeIdOf } from '../support/demo-ticket.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

interface Made {
  id: string;
  number: string;
  title: string;
}

let browser: Browser;
let liNa: Integrator;
let desk: Page;
let manager: Page;

const stamp = Date.now() % 100_000;

/** A repair that the technical group is to diagnose. */
async function makeRepair(name: string, urgency = 'NORMAL'): Promise<Made> {
  const title = `${name} ${stamp}`;
  const { ticket } = await liNa.act<{ ticket: { id: string; number: string } }>(
    'createTicket',
    { typeId: await typeIdOf(liNa, 'repair'), title, urgency, answers: faultAnswers },
    'ticket { id number }',
  );
  return { ...ticket, title };
}

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const historyOf = async ({ number }: Made) => {
  const { ticket } = await liNa.query<{ ticket: { history: { kind: string }[] } }>(
    'query ($n: String!) { ticket(number: $n, followMerge: false) { history { kind } } }',
    { n: number },
  );
  return ticket.history.map(({ kind }) => kind);
};

beforeAll(async () => {
  browser = await openBrowser();
  liNa = await asPerson('li.na');
  desk = await (await browseAs(browser, 'li.na')).newPage();
  manager = await (await browseAs(browser, 'zhou.min')).newPage();
});
afterAll(() => browser.close());

describe('more time', { timeout: 60_000 }, () => {
  let late: Made;
  let approver: string;

  /** Somebody of the demo company whose step is due soon or late, and who has not asked yet. */
  async function findLate(): Promise<{ login: string; ticket: Made }> {
    for (const login of ['liu.yang', 'guo.tao', 'li.na', 'chen.yu', 'deng.bo', 'ma.li', 'emily.chen', 'huang.kai']) {
      const { tickets } = await (
        await asPerson(login)
      ).query<{ tickets: { edges: { node: Made & { extensionOffer: { isOpen: boolean } | null } }[] } }>(
        `{ tickets(first: 20, view: TO_HANDLE, orderBy: DUE_AT) {
          edges { node { id number title extensionOffer { isOpen } } } } }`,
      );
      const found = tickets.edges.find(({ node }) => node.extensionOffer?.isOpen);
      if (found) return { login, ticket: found.node };
    }
    throw new Error('nobody of the demo company is late');
  }

  it('is asked for by the handler', async () => {
    const { login, ticket } = await findLate();
    late = ticket;
    const page = await (await browseAs(browser, login)).newPage();
    await openPage(page, `/tickets/${late.number}`);
    const panel = region(page, /^Extension requests/);
    await panel.getByRole('button', { name: 'Ask for more time' }).click();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Give a reason.').waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).fill('The board has to be ordered');
    await page.getByRole('button', { name: 'Send request' }).click();
    await panel.getByText('Waiting', { exact: true }).waitFor();
    const { ticket: asked } = await (
      await asPerson(login)
    ).query<{ ticket: { extensionRequests: { approver: { loginName: string } | null }[] } }>(
      'query ($n: String!) { ticket(number: $n) { extensionRequests { approver { loginName } } } }',
      { n: late.number },
    );
    approver = asked.extensionRequests[0]?.approver?.loginName ?? 'admin';
    await page.context().close();
  });

  it('waits on the workbench of whoever is above, who grants it', async () => {
    const page = await (await browseAs(browser, approver)).newPage();
    await openPage(page, '/workbench');
    const line = region(page, 'Waiting for your decision')
      .getByRole('listitem')
      .filter({ hasText: 'The board has to be ordered' });
    await line.getByRole('button', { name: 'Approve' }).click();
    await line.waitFor({ state: 'detached' });
    await openPage(page, `/tickets/${late.number}`);
    await region(page, /^Extension requests/)
      .getByText('Approved')
      .first()
      .waitFor();
    await page.getByText('extended, at first due').first().waitFor();
    await page.getByText('granted more time').first().waitFor();
    await page.context().close();
  });
});

describe('links', { timeout: 60_000 }, () => {
  let one: Made;
  let other: Made;

  it('are made with L and stand on both tickets', async () => {
    [one, other] = [await makeRepair('Leaks'), await makeRepair('Drips')];
    await openPage(desk, `/tickets/${one.number}`);
    await desk.keyboard.press('l');
    await desk.getByRole('dialog').getByRole('combobox', { name: 'This ticket' }).click();
    await desk.getByRole('option', { name: 'is blocked by', exact: true }).click();
    await desk.getByRole('combobox', { name: 'Ticket', exact: true }).fill(other.number);
    await desk.getByRole('option', { name: other.title }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Link', exact: true }).click();
    const link = region(desk, /^Linked tickets/).getByRole('link', { name: other.title });
    await link.waitFor();
    await link.click();
    await desk.getByRole('heading', { level: 1, name: other.title }).waitFor();
    await region(desk, /^Linked tickets/)
      .getByRole('heading', { name: 'blocks', exact: true })
      .waitFor();
    expect((await historyOf(one)).at(-1)).toBe('linked');
  });

  it('go away, and come back with undo', async () => {
    await desk.getByRole('button', { name: `Remove the link to ${one.number}` }).click();
    await region(desk, /^Linked tickets/)
      .getByRole('link', { name: one.title })
      .waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Undo' }).click();
    await region(desk, /^Linked tickets/)
      .getByRole('link', { name: one.title })
      .waitFor();
    expect((await historyOf(one)).slice(-3)).toEqual(['linked', 'unlinked', 'linked']);
  });
});

describe('a duplicate', { timeout: 60_000 }, () => {
  let one: Made;
  let other: Made;

  it('is merged: its number leads to the other ticket, where its notes stand', async () => {
    [one, other] = [await makeRepair('Hums'), await makeRepair('Hums again')];
    await liNa.act('commentTicket', { ticketId: one.id, body: 'Only at night' }, 'ticket { id }');
    await openPage(manager, `/tickets/${one.number}`);
    await region(manager, /^Linked tickets/)
      .getByRole('button', { name: 'Merge' })
      .click();
    await manager.getByRole('combobox', { name: 'Into' }).fill(other.number);
    await manager.getByRole('option', { name: other.title }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
    await manager.waitForURL(`**/tickets/${other.number}?from=${one.number}`);
    await manager.getByText(`${one.number} was merged into this ticket.`).waitFor();
    await manager
      .locator('.stream-note')
      .filter({ hasText: `from ${one.number}` })
      .getByText('Only at night')
      .waitFor();
  });

  it('is told apart again within a day, and nothing is lost', async () => {
    await region(manager, /^Merged tickets/)
      .getByRole('button', { name: 'Undo merge' })
      .click();
    await region(manager, /^Merged tickets/).waitFor({ state: 'detached' });
    await openPage(manager, `/tickets/${one.number}`);
    await manager.getByRole('heading', { level: 1, name: one.title }).waitFor();
    await manager.getByText('Only at night').waitFor();
    expect(await historyOf(one)).toEqual(expect.arrayContaining(['merged_into', 'merge_undone']));
    expect((await presentStep(liNa, one.number)).isActive).toBe(true);
  });

  it('or a note becomes a ticket of its own, and goes back', async () => {
    await openPage(desk, `/tickets/${one.number}`);
    await desk
      .locator('.stream-note')
      .filter({ hasText: 'Only at night' })
      .getByTitle(/^Split this note/)
      .click();
    await desk.getByRole('textbox', { name: 'Title' }).fill(`Night noise ${stamp}`);
    await desk.getByRole('dialog').getByRole('button', { name: 'Split off' }).click();
    await region(desk, /^Linked tickets/)
      .getByRole('link', { name: `Night noise ${stamp}` })
      .click();
    await desk.getByRole('heading', { level: 1, name: `Night noise ${stamp}` }).waitFor();
    await desk.getByRole('button', { name: 'Undo split' }).click();
    await desk.waitForURL(`**/tickets/${one.number}?from=*`);
    await desk.getByText('took back what was split off').waitFor();
  });
});

describe('a checklist', { timeout: 60_000 }, () => {
  let repair: Made;

  it('is written, ticked off and put in order by those who see the ticket', async () => {
    repair = await makeRepair('Needs a check');
    await openPage(desk, `/tickets/${repair.number}`);
    const list = region(desk, /^Checklist/);
    const lines = list.getByRole('listitem');
    const before = await lines.count();
    for (const text of ['Ask for the invoice', 'Send a photo']) {
      await list.getByRole('textbox', { name: 'New item' }).fill(text);
      await list.getByRole('button', { name: 'Put on the list' }).click();
      await list.getByText(text).waitFor();
    }
    await list.getByRole('button', { name: 'Actions for “Send a photo”' }).click();
    await desk.getByRole('menuitem', { name: 'Move up' }).click();
    await expect.poll(() => lines.nth(before).textContent()).toContain('Send a photo');
    await list.getByRole('checkbox', { name: 'Send a photo' }).click();
    await list.getByText(/^李娜 Li Na, /).waitFor();
    expect((await historyOf(repair)).slice(-3)).toEqual(['checklist_added', 'checklist_added', 'checklist_ticked']);
  });

  it('names who does what', async () => {
    const list = region(desk, /^Checklist/);
    await list.getByRole('button', { name: 'Actions for “Ask for the invoice”' }).click();
    await desk.getByRole('menuitem', { name: 'Assign…' }).click();
    // The menu gives the focus back when it has gone.
    await desk.locator('.MuiMenu-root').waitFor({ state: 'detached' });
    await desk.getByRole('combobox', { name: 'To' }).fill('song');
    await desk.getByRole('option', { name: /Song Jia/ }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click();
    await desk.getByText('This person cannot see the ticket.').waitFor();
    await desk.getByRole('combobox', { name: 'To' }).fill('sun');
    await desk.getByRole('option', { name: /Sun Li/ }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click();
    await list.getByText('孙丽 Sun Li').waitFor();
  });
});

describe('people', { timeout: 60_000 }, () => {
  let repair: Made;

  it('are mentioned by those who write, if they may see the ticket', async () => {
    repair = await makeRepair('Rattles');
    await openPage(desk, `/tickets/${repair.number}`);
    const note = desk.getByRole('textbox', { name: 'Internal note' });
    await note.pressSequentially('Look at this, @song');
    await desk
      .getByRole('option', { name: /cannot see this ticket/ })
      .first()
      .waitFor();
    await note.press('Enter');
    await desk.getByRole('alert').filter({ hasText: 'cannot see this ticket' }).waitFor();
    await note.fill('');
    await note.pressSequentially('Look at this, @zhou');
    await desk
      .getByRole('option', { name: /Zhou Min/ })
      .first()
      .waitFor();
    await note.press('Enter');
    await expect.poll(() => note.inputValue()).toBe('Look at this, @周敏 Zhou Min ');
    await desk.getByRole('button', { name: /^Add/ }).click();
    await desk.locator('.stream-note .mention').getByText('@周敏 Zhou Min').waitFor();
    await region(desk, /^Watchers/)
      .getByText('Zhou Min')
      .waitFor();
  });

  it('hear of what they watch, until they stop', async () => {
    await liNa.act('commentTicket', { ticketId: repair.id, body: 'Rattles louder' }, 'ticket { id }');
    const zhouMin = await asPerson('zhou.min');
    const heard = async () => {
      const { notifications } = await zhouMin.query<{
        notifications: { edges: { node: { kind: string; ticket: { number: string } | null } }[] };
      }>('{ notifications(first: 20) { edges { node { kind ticket { number } } } } }');
      return notifications.edges
        .filter(({ node }) => node.ticket?.number === repair.number)
        .map(({ node }) => node.kind);
    };
    await expect.poll(heard).toEqual(['ticket.watched_comment', 'ticket.mentioned']);
    await openPage(manager, `/tickets/${repair.number}`);
    await region(manager, /^Watchers/)
      .getByRole('button', { name: 'Stop watching' })
      .click();
    await region(manager, /^Watchers/)
      .getByRole('button', { name: 'Watch', exact: true })
      .waitFor();
    await region(manager, /^Watchers/)
      .getByText('Nobody watches this ticket.')
      .waitFor();
  });
});
