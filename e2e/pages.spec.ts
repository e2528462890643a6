import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, complaintsOf } from './support/browse.ts';
import { asPerson, type Integrator } from './support/integrator.ts';
import { openBrowser } from './support/open-browser.ts';

const screenshots = join(import.meta.dirname, 'build', 'screenshots');

/** Each page, in the eyes of somebody whom it is for. `:name` stands for a record that the spec looks up. */
const pages = [
  ['workbench', 'li.na', '/workbench'],
  ['tickets', 'li.na', '/tickets'],
  ['tickets-of-a-group', 'zhou.min', '/tickets?view=open'],
  ['new-ticket', 'li.na', '/tickets/new?type=:repair'],
  ['ticket', 'li.na', '/tickets/:openTicket'],
  ['finished-ticket', 'li.na', '/tickets/:finishedTicket'],
  ['customers', 'li.na', '/customers'],
  ['new-customer', 'li.na', '/customers/new'],
  ['customer', 'li.na', '/customers/:customer'],
  ['me', 'li.na', '/me'],
  ['profile', 'li.na', '/me/profile'],
  ['sessions', 'li.na', '/me/sessions'],
  ['not-found', 'li.na', '/no-such-page'],
  ['agents', 'admin', '/admin/agents'],
  ['agent', 'admin', '/admin/agents/:agent'],
  ['departments', 'admin', '/admin/departments'],
  ['roles', 'admin', '/admin/roles'],
  ['role', 'admin', '/admin/roles/:role'],
  ['groups', 'admin', '/admin/groups'],
  ['group', 'admin', '/admin/groups/:group'],
  ['calendars', 'admin', '/admin/calendars'],
  ['calendar', 'admin', '/admin/calendars/:calendar'],
  ['sla', 'admin', '/admin/sla'],
  ['tokens', 'admin', '/admin/integration/tokens'],
  ['operations', 'admin', '/records/operations'],
  ['ticket-types', 'admin', '/ticket-types'],
  ['ticket-type', 'admin', '/ticket-types/:repair'],
] as const;

interface Records {
  repair: { id: string; key: string }[];
  open: { edges: { node: { number: string } }[] };
  finished: { edges: { node: { number: string; customer: { id: string } | null } }[] };
  agents: { edges: { node: { id: string } }[] };
  roles: { id: string; key: string }[];
  groups: { id: string; key: string }[];
  calendars: { id: string; isDefault: boolean }[];
}

const recordsQuery = `{
  repair: ticketTypes { id key }
  open: tickets(first: 1, view: TO_HANDLE) { edges { node { number } } }
  finished: tickets(first: 1, filter: { status: { eq: COMPLETED } }) { edges { node { number customer { id } } } }
  agents(first: 1, filter: { search: "li.na" }) { edges { node { id } } }
  roles { id key }
  groups: serviceGroups { id key }
  calendars { id isDefault }
}`;

const required = (value: string | undefined): string => {
  if (!value) throw new Error('the demo company lacks a record that a page shows');
  return value;
};

async function findRecords(integrator: Integrator): Promise<Record<string, string>> {
  const found = await integrator.query<Records>(recordsQuery);
  return {
    repair: required(found.repair.find(({ key }) => key === 'repair')?.id),
    openTicket: required(found.open.edges[0]?.node.number),
    finishedTicket: required(found.finished.edges[0]?.node.number),
    customer: required(found.finished.edges[0]?.node.customer?.id),
    agent: required(found.agents.edges[0]?.node.id),
    role: required(found.roles.find(({ key }) => key === 'manager')?.id),
    group: required(found.groups.find(({ key }) => key === 'technical')?.id),
    calendar: required(found.calendars.find(({ isDefault }) => isDefault)?.id),
  };
}

let browser: Browser;
let records: Record<string, string>;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await openBrowser();
  records = await findRecords(await asPerson('li.na'));
});

afterAll(() => browser.close());

describe.each(pages)('%s', (name, login, path) => {
  it.each([
    { width: 1440, theme: 'light' },
    { width: 1440, theme: 'dark' },
    { width: 390, theme: 'light' },
    { width: 390, theme: 'dark' },
  ] as const)('at $width px, $theme', async (look) => {
    const address = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(required(records[key])));
    const context = await browseAs(browser, login, look);
    try {
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const response = await page.goto(address);
      expect(response?.status()).toBe(name === 'not-found' ? 404 : 200);
      // Live updates keep the network busy for as long as the page is open, so a page is there when its main part is.
      await page.locator('main').waitFor();
      await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(screenshots, `${name}-${look.width}-${look.theme}.png`) });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(found).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'px that the page is wider than the screen').toBeLessThanOrEqual(0);
      const own = name === 'not-found' ? complaints.filter((text) => !text.includes('404')) : complaints;
      expect(own).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
