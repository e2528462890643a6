import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { keepPicture } from '../support/keep-picture.ts';
import { openBrowser } from '../support/open-browser.ts';

const run = Date.now().toString(36);
const tag = `Marked ${run}`;
const trigger = `Marks notes ${run}`;
const word = `word-${run}`;

let browser: Browser;
let admin: Page;
let agent: Page;
let person: Integrator;
let number: string;
beforeAll(async () => {
  browser = await openBrowser();
  admin = await (await browseAs(browser, 'admin')).newPage();
  agent = await (await browseAs(browser, 'li.na')).newPage();
  person = await asPerson('li.na');
  const { tickets } = await person.query<{ tickets: { edges: { node: { number: string } }[] } }>(
    '{ tickets(first: 1, view: TO_HANDLE) { edges { node { number } } } }',
  );
  number = tickets.edges[0]?.node.number ?? '';
});
afterAll(() => browser.close());

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

it('makes a tag in the tree, and refuses the same name beside it', async () => {
  await openPage(admin, '/admin/tags');
  await keepPicture(admin, 'automate-tags');
  for (const attempt of ['made', 'refused']) {
    await admin.getByRole('button', { name: 'New tag' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill(attempt === 'made' ? tag : tag.toUpperCase());
    await admin.getByRole('button', { name: 'Create tag' }).click();
    if (attempt === 'made') await admin.getByRole('button', { name: tag }).waitFor();
    else await admin.getByText('Another tag at this place has this name').waitFor();
  }
});

it('designs a trigger by sentences, and moves it in the order by keys', async () => {
  await openPage(admin, '/admin/triggers/new');
  await admin.getByRole('textbox', { name: 'Name' }).fill(trigger);
  await choose(admin, 'When', 'A note is added');
  await admin.getByRole('group', { name: 'If' }).getByRole('button', { name: 'Condition', exact: true }).click();
  await choose(admin, 'Field', 'The note');
  await choose(admin, 'Comparison', 'contains');
  await admin.getByRole('textbox', { name: 'Value' }).fill(word);
  await choose(admin, 'Do', 'Add tags');
  await admin.getByRole('combobox', { name: 'Tags' }).fill(tag);
  await admin.getByRole('option', { name: tag }).click();
  await keepPicture(admin, 'automate-trigger');
  await admin.getByRole('button', { name: 'Create trigger' }).click();
  await admin.waitForURL(/\/admin\/triggers$/);
  const order = () => admin.locator('.trigger-line .trigger-words a').allTextContents();
  await expect.poll(async () => (await order()).at(-1)).toBe(trigger);
  const before = await order();
  await admin.getByRole('button', { name: `Move ${trigger} up` }).focus();
  const kept = admin.waitForResponse((response) => response.request().method() === 'POST');
  await admin.keyboard.press('Alt+ArrowUp');
  await kept;
  await expect.poll(order).toEqual([...before.slice(0, -2), trigger, before.at(-2)]);
  await admin.reload();
  await expect.poll(order).toEqual([...before.slice(0, -2), trigger, before.at(-2)]);
  await keepPicture(admin, 'automate-triggers');
});

it('writes a note with a quick reply, on which the trigger acts and is named', async () => {
  await openPage(agent, `/tickets/${number}`);
  const note = agent.getByRole('textbox', { name: 'Internal note' });
  await note.focus();
  await agent.keyboard.press('/');
  await agent.getByRole('textbox', { name: 'Find by code, words or pinyin' }).fill('gy');
  const reply = agent.getByRole('option', { name: /Reschedule/ });
  await reply.waitFor();
  await keepPicture(agent, 'automate-quick-reply');
  await agent.keyboard.press('Enter');
  await expect.poll(() => note.inputValue()).toContain(number);
  await note.press('End');
  await note.pressSequentially(` ${word}`);
  await note.press('Control+Enter');
  await agent.getByText(`By the trigger “${trigger}”`).first().waitFor({ timeout: 30_000 });
  await agent.locator('.record-tags').getByText(tag).waitFor();
  await keepPicture(agent, 'automate-ticket');
});

it('says in the run log what was done, and why another was not', async () => {
  await person.act('commentTicket', { ticketId: await ticketId(), body: 'Nothing of the kind' }, 'ticket { id }');
  await openPage(admin, '/admin/triggers/runs');
  await choose(admin, 'Trigger', trigger);
  await admin.waitForURL(/trigger=/);
  const rows = admin.getByRole('table', { name: 'Run log' }).locator('tbody tr');
  await expect
    .poll(async () => {
      await admin.reload();
      return rows.count();
    })
    .toBe(2);
  await rows
    .filter({ hasText: 'Condition not met' })
    .getByText(`The note contains ${word}: no, it was Nothing of the kind`)
    .waitFor();
  await rows.filter({ hasText: 'Done' }).getByText('Add tags: done').waitFor();
  await keepPicture(admin, 'automate-runs');
  await choose(admin, 'Outcome', 'Condition not met');
  await expect.poll(() => rows.count()).toBe(1);
});

it('runs a macro after showing what it would do', async () => {
  await openPage(agent, `/tickets/${number}`);
  await agent.getByRole('button', { name: 'Macros' }).first().click();
  await agent.getByRole('menuitem', { name: /in a hurry/ }).click();
  const dialog = agent.getByRole('dialog');
  await dialog.getByText('This is what would happen. Nothing has changed yet.').waitFor();
  await dialog.getByText('Set urgency to Urgent').waitFor();
  await keepPicture(agent, 'automate-macro');
  await dialog.getByRole('button', { name: /^Run/ }).click();
  await agent
    .getByText(/With the macro “.*in a hurry”/)
    .first()
    .waitFor();
  const { ticket } = await person.query<{ ticket: { urgency: string } }>(
    'query ($number: String!) { ticket(number: $number) { urgency } }',
    { number },
  );
  expect(ticket.urgency).toBe('URGENT');
});

it('narrows the list of tickets by a tag', async () => {
  await openPage(admin, '/admin/tags');
  const row = admin.getByRole('row').filter({ hasText: tag });
  await row.getByRole('link').first().click();
  await admin.waitForURL(/\/tickets\?/);
  await admin
    .getByRole('link', { name: new RegExp(number) })
    .or(admin.getByText(number))
    .first()
    .waitFor();
  expect(await admin.locator('.record-row[data-index]').count()).toBe(1);
});

async function ticketId(): Promise<string> {
  const { ticket } = await person.query<{ ticket: { id: string } }>(
    'query ($number: String!) { ticket(number: $number) { id } }',
    { number },
  );
  return ticket.id;
}
