import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs, complaintsOf, type Look } from '../support/browse.ts';
import { handoffUrl } from '../support/instance.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { keepPicture } from '../support/keep-picture.ts';
import { openBrowser } from '../support/open-browser.ts';
import { violationsOf } from '../support/violations.ts';

/** Every page in these two; together they show both widths, both themes and both languages. */
const looks = [
  { width: 1440, theme: 'light', locale: 'en-GB' },
  { width: 390, theme: 'dark', locale: 'zh-CN' },
] as const;

/** The pages that people spend their day on, in the other two as well. */
const otherLooks = [
  { width: 1440, theme: 'dark', locale: 'zh-CN' },
  { width: 390, theme: 'light', locale: 'en-GB' },
] as const;
const everyday = ['workbench', 'tickets-of-a-group', 'new-ticket', 'ticket', 'customers', 'customer'];

/** Each page, in the eyes of somebody whom it is for. `:name` stands for a record that the spec looks up. */
const pages = [
  ['workbench', 'li.na', '/workbench'],
  ['tickets', 'li.na', '/tickets'],
  ['tickets-of-a-group', 'zhou.min', '/tickets?view=open'],
  ['new-ticket', 'li.na', '/tickets/new?type=:repair'],
  ['ticket', 'li.na', '/tickets/:openTicket'],
  ['finished-ticket', 'li.na', '/tickets/:finishedTicket'],
  ['ticket-of-a-customer', 'li.na', '/tickets/new?type=:repair&customer=:customer'],
  ['customers', 'li.na', '/customers'],
  ['new-customer', 'li.na', '/customers/new'],
  ['customer', 'li.na', '/customers/:customer'],
  ['calls', 'zhou.min', '/calls'],
  ['own-quick-replies', 'li.na', '/me/quick-replies'],
  ['own-macros', 'li.na', '/me/macros'],
  ['me', 'li.na', '/me'],
  ['own-notifications', 'li.na', '/me/notifications'],
  ['keyboard', 'li.na', '/me/keyboard'],
  ['profile', 'li.na', '/me/profile'],
  ['absence', 'li.na', '/me/absence'],
  ['sessions', 'li.na', '/me/sessions'],
  ['not-found', 'li.na', '/no-such-page'],
  ['forbidden', 'li.na', '/admin/agents'],
  ['agents', 'admin', '/admin/agents'],
  ['agent', 'admin', '/admin/agents/:agent'],
  ['company', 'admin', '/admin/company'],
  ['departments', 'admin', '/admin/departments'],
  ['roles', 'admin', '/admin/roles'],
  ['role', 'admin', '/admin/roles/:role'],
  ['groups', 'admin', '/admin/groups'],
  ['group', 'admin', '/admin/groups/:group'],
  ['voice-group', 'admin', '/admin/groups/:voiceGroup'],
  ['dispositions', 'admin', '/admin/dispositions'],
  ['not-ready-reasons', 'admin', '/admin/not-ready-reasons'],
  ['calendars', 'admin', '/admin/calendars'],
  ['calendar', 'admin', '/admin/calendars/:calendar'],
  ['holiday-lists', 'admin', '/admin/holidays'],
  ['holiday-list', 'admin', '/admin/holidays/:holidayList'],
  ['time-schemes', 'admin', '/admin/time-schemes'],
  ['time-scheme', 'admin', '/admin/time-schemes/:timeScheme'],
  ['fields', 'admin', '/admin/fields'],
  ['field', 'admin', '/admin/fields/:field'],
  ['tags', 'admin', '/admin/tags'],
  ['triggers', 'admin', '/admin/triggers'],
  ['new-trigger', 'admin', '/admin/triggers/new'],
  ['trigger', 'admin', '/admin/triggers/:trigger'],
  ['trigger-runs', 'admin', '/admin/triggers/runs'],
  ['shared-quick-replies', 'zhou.min', '/admin/quick-replies'],
  ['shared-macros', 'zhou.min', '/admin/macros'],
  ['parameters', 'admin', '/admin/parameters'],
  ['parameter', 'admin', '/admin/parameters/:parameter'],
  ['service-templates', 'admin', '/admin/service-templates'],
  ['sla', 'admin', '/admin/sla'],
  ['channels', 'admin', '/admin/channels'],
  ['channel', 'admin', '/admin/channels/:channel'],
  ['notification-rules', 'admin', '/admin/integration/notifications'],
  ['notification-log', 'admin', '/admin/integration/notifications/log'],
  ['tokens', 'admin', '/admin/integration/tokens'],
  ['operations', 'admin', '/records/operations'],
  ['jobs', 'zhou.min', '/records/jobs'],
  ['exports', 'zhou.min', '/exports'],
  ['external-forms', 'admin', '/external-forms'],
  ['external-form', 'admin', '/external-forms/:externalForm'],
  ['public-form', 'li.na', '/f/:publicForm'],
  ['ticket-types', 'admin', '/ticket-types'],
  ['ticket-type', 'admin', '/ticket-types/:repair'],
  ['ticket-type-versions', 'admin', '/ticket-types/:repair/versions'],
  ['design-form', 'admin', '/ticket-types/drafts/:draft/form'],
  ['design-flow', 'admin', '/ticket-types/drafts/:draft/flow'],
  ['design-sla', 'admin', '/ticket-types/drafts/:draft/sla'],
  ['try-ticket-type', 'admin', '/ticket-types/drafts/:draft/try'],
  ['backtest', 'admin', '/ticket-types/drafts/:draft/backtest'],
  ['publish-ticket-type', 'admin', '/ticket-types/drafts/:draft/publish'],
] as const;

/** The status of those pages that refuse. */
const refusals: Readonly<Record<string, number>> = { 'not-found': 404, forbidden: 403 };

/** What the browser says of a page that refuses this person; news may have it read once more while the tab goes on. */
const isOfRefusal = (text: string, login: string): boolean =>
  pages.some(
    ([name, whom, path]) =>
      name in refusals && whom === login && text.includes(`status of ${refusals[name]}`) && text.includes(path),
  );

interface Records {
  repair: { id: string; key: string }[];
  open: { edges: { node: { number: string } }[] };
  finished: { edges: { node: { number: string; customer: { id: string } | null } }[] };
  agents: { edges: { node: { id: string } }[] };
  roles: { id: string; key: string }[];
  groups: { id: string; key: string }[];
  calendars: { id: string; isDefault: boolean }[];
  holidayLists: { id: string; key: string }[];
  timeSchemes: { id: string }[];
  parameters: { id: string; key: string }[];
}

const recordsQuery = `{
  repair: ticketTypes { id key }
  open: tickets(first: 1, view: TO_HANDLE) { edges { node { number } } }
  finished: tickets(first: 1, filter: { status: { eq: COMPLETED } }) { edges { node { number customer { id } } } }
  agents(first: 1, filter: { search: "li.na" }) { edges { node { id } } }
  roles { id key }
  groups: serviceGroups { id key }
  calendars { id isDefault }
  holidayLists { id key }
  timeSchemes { id }
  parameters { id key }
}`;

const required = (value: string | undefined): string => {
  if (!value) throw new Error('the demo company lacks a record that a page shows');
  return value;
};

async function findRecords(integrator: Integrator, admin: Integrator): Promise<Record<string, string>> {
  const found = await integrator.query<Records>(recordsQuery);
  const { channels, fields, triggers, externalForms } = await admin.query<
    Record<'channels' | 'fields' | 'triggers', { id: string }[]> & {
      externalForms: { id: string; links: { edges: { node: { path: string } }[] } }[];
    }
  >(
    '{ channels { id } fields { id } triggers { id } externalForms { id links(first: 1) { edges { node { path } } } } }',
  );
  const repair = required(found.repair.find(({ key }) => key === 'repair')?.id);
  const { createTicketTypeDraft } = await admin.query<{ createTicketTypeDraft: { draft: { id: string } } }>(
    `mutation ($input: CreateTicketTypeDraftInput!) {
       createTicketTypeDraft(input: $input) { ... on CreateTicketTypeDraftSuccess { draft { id } } }
     }`,
    { input: { typeId: repair } },
  );
  return {
    draft: createTicketTypeDraft.draft.id,
    repair,
    openTicket: required(found.open.edges[0]?.node.number),
    finishedTicket: required(found.finished.edges[0]?.node.number),
    customer: required(found.finished.edges[0]?.node.customer?.id),
    channel: required(channels[0]?.id),
    field: required(fields[0]?.id),
    trigger: required(triggers[0]?.id),
    externalForm: required(externalForms[0]?.id),
    publicForm: required(externalForms[0]?.links.edges[0]?.node.path.slice('/f/'.length)),
    agent: required(found.agents.edges[0]?.node.id),
    role: required(found.roles.find(({ key }) => key === 'manager')?.id),
    voiceGroup: required(found.groups.find(({ key }) => key === 'complaints')?.id),
    group: required(found.groups.find(({ key }) => key === 'technical')?.id),
    holidayList: required(found.holidayLists.find(({ key }) => key === 'china')?.id),
    parameter: required(found.parameters.find(({ key }) => key === 'service-category')?.id),
    timeScheme: required(found.timeSchemes[0]?.id),
    calendar: required(found.calendars.find(({ isDefault }) => isDefault)?.id),
  };
}

interface Tab {
  page: Page;
  complaints: string[];
}

let browser: Browser;
let records: Record<string, string>;
const tabs = new Map<string, Promise<Tab>>();

/** One tab a person and look goes from page to page; what one of them complains of late fails the next. */
function tabOf(login: string, look: Look): Promise<Tab> {
  const key = `${login} ${look.width} ${look.theme}`;
  const known = tabs.get(key) ?? openTab(login, look);
  tabs.set(key, known);
  return known;
}

async function openTab(login: string, look: Look): Promise<Tab> {
  const page = await (await browseAs(browser, login, look)).newPage();
  return { page, complaints: complaintsOf(page) };
}

/** The rows of a list, by how far each reaches into the one below it. */
const overlapsOf = (page: Page) =>
  page.locator('.record-row[data-index]').evaluateAll((rows) => {
    const boxes = rows.map((row) => row.getBoundingClientRect()).sort((one, other) => one.top - other.top);
    return boxes.slice(1).filter((box, place) => box.top < (boxes[place]?.bottom ?? 0) - 0.5).length;
  });

beforeAll(async () => {
  browser = await openBrowser();
  records = await findRecords(await asPerson('li.na'), await asPerson('admin'));
});

afterAll(() => browser.close());

const shown = pages.flatMap(([name, login, path]) =>
  [...looks, ...(everyday.includes(name) ? otherLooks : [])].map((look) => ({ name, login, path, ...look })),
);

it.each(shown)('$name at $width px, $theme, $locale', async ({ name, login, path, width, theme, locale }) => {
  const address = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(required(records[key])));
  const { page, complaints } = await tabOf(login, { width, theme, locale });
  const response = await page.goto(address);
  const status = refusals[name] ?? 200;
  expect(response?.status()).toBe(status);
  // Live updates keep the network busy for as long as the page is open, so a page is there when its main part is.
  await page.locator('main').waitFor();
  await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
  await page.evaluate(() => document.fonts.ready);
  await keepPicture(page, `${name}-${width}-${theme}`);
  expect(await violationsOf(page)).toEqual([]);
  await expect.poll(() => page.title(), { message: 'what the tab says' }).not.toBe('Handoff');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'px that the page is wider than the screen').toBeLessThanOrEqual(0);
  expect(await overlapsOf(page), 'rows that reach into the next one').toBe(0);
  expect(complaints.splice(0).filter((text) => !isOfRefusal(text, login))).toEqual([]);
});

it('places the rows of a list before any script runs', async () => {
  const signedIn = (await tabOf('zhou.min', { width: 390, theme: 'light' })).page.context();
  const context = await browser.newContext({
    storageState: await signedIn.storageState(),
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(`${handoffUrl()}/tickets?view=open`);
  const rows = page.locator('.record-row[data-index]');
  expect(await rows.count()).toBeGreaterThan(10);
  const tops = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(tops.slice(1).map((top, place) => top - (tops[place] ?? 0))).toEqual(heights.slice(1));
  await context.close();
});

const layers = [
  ['palette', '/workbench', (page: Page) => page.keyboard.press('Control+k'), '.palette, [cmdk-root]'],
  ['keys', '/tickets', (page: Page) => page.keyboard.press('?'), '.key-sheet'],
  [
    'notifications',
    '/workbench',
    (page: Page) => page.locator('.top > button[aria-expanded]').last().click(),
    '.side-panel',
  ],
  ['jobs', '/workbench', (page: Page) => page.locator('.job-tray').click(), '.side-panel'],
  ['columns', '/tickets', (page: Page) => page.locator('.list-columns').click(), '.side-panel'],
  ['preview', '/tickets', (page: Page) => page.keyboard.press('Space'), '.ticket-preview'],
  [
    'ledger',
    '/tickets/:openTicket',
    (page: Page) => page.locator('.ticket-right .link-button').first().click(),
    '.ledger',
  ],
  ['reassign', '/tickets/:openTicket', (page: Page) => page.keyboard.press('s'), '[role=dialog]'],
] as const;

it.each(layers)('%s over a page', async (name, path, open, layer) => {
  const { page, complaints } = await tabOf('li.na', looks[0]);
  await page.goto(path.replace(':openTicket', required(records.openTicket)));
  await page.locator('main').waitFor();
  // Keys act once the page's scripts have taken over from the server's picture of it.
  await expect
    .poll(
      async () => {
        if (!(await page.locator(layer).first().isVisible())) await open(page);
        return page.locator(layer).first().isVisible();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await keepPicture(page, `${name}-1440-light`);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints.splice(0)).toEqual([]);
});
