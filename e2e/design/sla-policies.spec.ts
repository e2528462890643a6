import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { typeIdOf } from '../support/demo-ticket.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

let browser: Browser;
let admin: Integrator;
let page: Page;
let draftId: string;

interface Policy {
  key: string;
  name: { en: string };
  when?: unknown;
}

beforeAll(async () => {
  browser = await openBrowser();
  admin = await asPerson('admin');
  const { draft } = await admin.act<{ draft: { id: string } }>(
    'createTicketTypeDraft',
    {
      copyOf: await typeIdOf(admin, 'complaint'),
      key: `policies-${Date.now().toString(36)}`,
      name: { en: 'Policies', zh: '策略' },
      prefix: 'PO',
    },
    'draft { id }',
  );
  draftId = draft.id;
  page = await (await browseAs(browser, 'admin')).newPage();
});
afterAll(() => browser.close());

const list = () => page.getByRole('list', { name: 'Policies' });
const names = () => list().locator('b').allTextContents();
const policies = async (): Promise<Policy[]> => {
  const { node } = await admin.query<{ node: { definition: { sla: { policies: Policy[] } } } }>(
    'query ($id: ID!) { node(id: $id) { ... on TicketTypeDraft { definition } } }',
    { id: draftId },
  );
  return node.definition.sla.policies;
};

describe('an admin', { timeout: 120_000 }, () => {
  it('orders policies by keyboard, copies one, and is told of those that no ticket reaches', async () => {
    await openPage(page, `/ticket-types/drafts/${encodeURIComponent(draftId)}/sla`);
    expect(await names()).toEqual(['Complaints of gold customers', 'Complaint standard']);
    await list()
      .getByRole('button', { name: /^Complaint standard/ })
      .focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['Complaint standard', 'Complaints of gold customers']);
    await expect.poll(async () => (await policies()).map(({ key }) => key)).toEqual(['standard', 'vip']);
    const { node } = await admin.query<{ node: { faults: { code: string; path: string[] }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on TicketTypeDraft { faults { code path } } } }',
      { id: draftId },
    );
    expect(node.faults.map(({ code, path }) => `${path.join('.')}: ${code}`)).toEqual(
      expect.arrayContaining(['sla.policies.1: unreachable', 'sla.policies.1.when: no_fallback']),
    );
    await page.getByRole('button', { name: 'Move down: Complaint standard' }).click();
    await expect.poll(names).toEqual(['Complaints of gold customers', 'Complaint standard']);
    await list().getByRole('button', { name: 'Copy' }).first().click();
    await expect
      .poll(names)
      .toEqual(['Complaints of gold customers', 'Complaints of gold customers (copy)', 'Complaint standard']);
    await page.keyboard.press('Delete');
    await expect.poll(names).toEqual(['Complaints of gold customers', 'Complaint standard']);
  });

  it('loses nothing of what was changed right before another page was opened, or the tab left', async () => {
    const sla = `/ticket-types/drafts/${encodeURIComponent(draftId)}/sla`;
    const stored = async () => (await policies()).map(({ key }) => key);
    await page.getByRole('button', { name: 'Move down: Complaints of gold customers' }).click();
    await page.getByRole('link', { name: 'Ticket types', exact: true }).first().click();
    await page.waitForURL(/\/ticket-types$/);
    expect(await stored()).toEqual(['standard', 'vip']);
    await openPage(page, sla);
    await page.getByRole('button', { name: 'Move down: Complaint standard' }).click();
    await page.goto('/me/sessions');
    await expect.poll(stored).toEqual(['vip', 'standard']);
    await openPage(page, sla);
  });

  it('tries which policy would hold', async () => {
    const trial = page.getByRole('group', { name: 'Customer level' });
    await page.getByText('“Complaint standard” would hold.').waitFor();
    await trial.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Gold' }).click();
    await page.getByText('“Complaints of gold customers” would hold.').waitFor();
  });

  it('sees on the ticket of a gold customer which policy holds, and why', async () => {
    const zhou = await asPerson('zhou.min');
    const { customers } = await admin.query<{ customers: { edges: { node: { id: string } }[] } }>(
      '{ customers(first: 1, filter: { level: { eq: GOLD } }) { edges { node { id } } } }',
    );
    const { ticket } = await zhou.act<{ ticket: { number: string } }>(
      'createTicket',
      {
        typeId: await typeIdOf(zhou, 'complaint'),
        title: 'Late again',
        customerId: customers.edges[0]?.node.id,
        answers: {
          contact_phone: '13805715678',
          subject: ['service', 'attitude'],
          statement: 'Nobody came',
          demands: ['apology'],
        },
      },
      'ticket { number policy { name { en } } }',
    );
    await openPage(page, `/tickets/${ticket.number}`);
    await page.getByText('SLA policy: Complaints of gold customers').click();
    await page.getByText('Customer level is Gold (it was: Gold)').waitFor();
  });

  it('says the values of lists in words where a policy asks about them', async () => {
    await expect.poll(async () => (await policies()).map(({ key }) => key)).toEqual(['vip', 'standard']);
    const { node } = await admin.query<{ node: { revision: number; definition: { sla: { policies: Policy[] } } } }>(
      'query ($id: ID!) { node(id: $id) { ... on TicketTypeDraft { revision definition } } }',
      { id: draftId },
    );
    const [first, ...others] = node.definition.sla.policies;
    const partners = { ...first, when: { field: 'customer.type', op: 'equals', value: 'partner' } };
    const sla = { ...node.definition.sla, policies: [partners, ...others] };
    const { draft } = await admin.act<{ draft: { revision: number } }>(
      'saveTicketTypeDraft',
      { draftId, baseRevision: node.revision, definition: { ...node.definition, sla } },
      'draft { revision }',
    );
    const { ticketType } = await admin.act<{ ticketType: { id: string } }>(
      'publishTicketTypeDraft',
      { draftId, expectedRevision: draft.revision },
      'ticketType { id }',
    );
    const { customer } = await admin.act<{ customer: { id: string } }>(
      'createCustomer',
      { name: 'Partner of policies', typeKey: 'partner' },
      'customer { id }',
    );
    const answers = {
      contact_phone: '13805715678',
      subject: ['service', 'attitude'],
      statement: 'Nobody came',
      demands: ['apology'],
    };
    const { ticket } = await admin.act<{ ticket: { number: string } }>(
      'createTicket',
      { typeId: ticketType.id, title: 'Late once more', customerId: customer.id, answers },
      'ticket { number }',
    );
    await openPage(page, `/tickets/${ticket.number}`);
    await page.getByText('SLA policy: Complaints of gold customers').click();
    await page.getByText('Customer type is Partner (it was: Partner)').waitFor();
  });
});
