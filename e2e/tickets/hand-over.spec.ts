import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { faultAnswers, presentStep, typeIdOf } from '../support/demo-ticket.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let page: Page;
let liNa: Integrator;
let number: string;
beforeAll(async () => {
  browser = await openBrowser();
  liNa = await asPerson('li.na');
  const { ticket } = await liNa.act<{ ticket: { number: string } }>(
    'createTicket',
    { typeId: await typeIdOf(liNa, 'repair'), title: '转给组 For the group', answers: faultAnswers },
    'ticket { number }',
  );
  ({ number } = ticket);
  page = await (await browseAs(browser, 'li.na')).newPage();
});
afterAll(() => browser.close());

it('gives a step to a service group from its page, where a member accepts it', async () => {
  await openPage(page, `/tickets/${number}`);
  await page.getByRole('button', { name: 'Reassign', exact: true }).click();
  const group = page.getByRole('option', { name: /service group/ }).first();
  // A dialog that is still coming up takes the focus once more, which closes what was offered.
  await expect
    .poll(async () => {
      if (!(await group.isVisible())) await page.getByRole('combobox', { name: 'To' }).fill('Techn');
      await group.waitFor({ timeout: 2_000 }).catch(() => null);
      return group.isVisible();
    })
    .toBe(true);
  await group.click();
  await page.getByRole('button', { name: /^Reassign to / }).click();
  await page.locator('.stream-line').filter({ hasText: 'reassigned' }).filter({ hasText: '→' }).waitFor();
  const { assignee } = await presentStep(liNa, number);
  expect(assignee).toBeNull();
  const member = await asPerson('liu.yang');
  const step = await presentStep(member, number);
  expect(step.actions).toContain('ACCEPT');
  await member.act('acceptStep', { ticketId: step.ticketId, stepId: step.stepId }, 'ticket { id }');
  await page
    .getByText(/Liu Yang/)
    .first()
    .waitFor();
});
