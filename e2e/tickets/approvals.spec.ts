import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { faultAnswers, finishStep, presentStep, readTicket, typeIdOf } from '../support/demo-ticket.ts';
import { agentIds, asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

const dear = {
  diagnosis_result: 'on_site',
  diagnosis_note: '换主板。 New board.',
  labour_cost: 90_000,
  service_city: 'hangzhou',
};

let browser: Browser;
let zhaoLei: Integrator;

/** A repair that waits for the approval of its cost by Liu Yang's manager, or by who stands in for him. */
async function dearRepair(): Promise<string> {
  const [liNa, liuYang] = [await asPerson('li.na'), await asPerson('liu.yang')];
  const { ticket } = await liNa.act<{ ticket: { number: string } }>(
    'createTicket',
    {
      typeId: await typeIdOf(liNa, 'repair'),
      title: '主板烧坏 Burnt board',
      answers: { ...faultAnswers, warranty: 'no' },
    },
    'ticket { number }',
  );
  await finishStep(liNa, ticket.number, {});
  await finishStep(liuYang, ticket.number, dear);
  return ticket.number;
}

beforeAll(async () => {
  browser = await openBrowser();
  zhaoLei = await asPerson('zhao.lei');
});
afterAll(() => browser.close());

async function choosePerson(page: Page, label: string, typed: string, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name }).click();
}

describe('an approval', { timeout: 90_000 }, () => {
  it('can ask a colleague as well, and goes on when both have approved', async () => {
    const number = await dearRepair();
    expect((await presentStep(zhaoLei, number)).actions).toContain('COUNTERSIGN');
    const page = await (await browseAs(browser, 'zhao.lei')).newPage();
    await openPage(page, `/tickets/${number}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Ask a colleague to approve too' }).click();
    await choosePerson(page, 'Whose approval', 'lin.hao', /Lin Hao/);
    await page.getByRole('button', { name: /^Ask .*Lin Hao/ }).click();
    await page.getByText(/is asked to approve too/).waitFor();
    await page
      .locator('.stream-line')
      .filter({ hasText: 'asked for another approval' })
      .getByText(/Lin Hao/)
      .waitFor();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect
      .poll(async () => (await readTicket(zhaoLei, number))?.history.map(({ kind }) => kind))
      .toContain('approved');
    expect((await presentStep(zhaoLei, number)).nodeId).toBe('cost_approval');
    const linHao = await asPerson('lin.hao');
    const { ticketId, stepId } = await presentStep(linHao, number);
    await linHao.act('decideStep', { ticketId, stepId, isApproved: true }, 'ticket { id }');
    expect((await presentStep(zhaoLei, number)).nodeId).not.toBe('cost_approval');
    await page.context().close();
  });

  it('goes to the deputy while somebody is away, who says so on a page of his own', async () => {
    const page = await (await browseAs(browser, 'zhao.lei')).newPage();
    await openPage(page, '/me/absence');
    const hour = 3_600_000;
    const wall = (ms: number) => new Date(Date.now() + ms + 8 * hour).toISOString().slice(0, 16);
    await page.getByLabel('Away from').fill(wall(-hour));
    await page.getByLabel('Until').fill(wall(hour));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('choose who has the work meanwhile').waitFor();
    await choosePerson(page, 'Deputy', 'gao.yuan', /Gao Yuan/);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/Gao Yuan stands in/).waitFor();
    try {
      const gaoYuan = await asPerson('gao.yuan');
      const number = await dearRepair();
      const step = await presentStep(gaoYuan, number);
      expect(step).toMatchObject({ nodeId: 'cost_approval', assignee: { loginName: 'gao.yuan' } });
      const deputys = await (await browseAs(browser, 'gao.yuan')).newPage();
      await openPage(deputys, `/tickets/${number}`);
      const words = /for .*Zhao Lei \(away until /;
      await deputys.locator('.step-head').getByText(words).waitFor();
      await deputys.locator('.stream-line').filter({ hasText: 'Gao Yuan' }).getByText(words).waitFor();
      await deputys.context().close();
    } finally {
      await page.getByRole('button', { name: 'Not away after all' }).click();
      await page.getByText(/Gao Yuan stands in/).waitFor({ state: 'detached' });
      await page.context().close();
    }
  });

  it('shows in the designer whom a rule would find now', async () => {
    const admin = await asPerson('admin');
    const ids = await agentIds(admin);
    const { assignees } = await admin.query<{ assignees: { total: number; agents: { id: string }[] } }>(
      'query ($rule: JSON!) { assignees(rule: $rule) { total agents { id } } }',
      { rule: { kind: 'person', account: 'zhao.lei' } },
    );
    expect(assignees).toEqual({ total: 1, agents: [{ id: ids.get('zhao.lei') }] });
    const refused = await zhaoLei.post({ query: '{ assignees(rule: { kind: "creator" }) { total } }' });
    expect(await refused.text()).toContain('ticket_type.manage');
  });
});
