import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browseAs } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

const key = `version-${Date.now() % 100_000}`;

let browser: Browser;
let admin: Page;
let integrator: Integrator;
let typeId: string;

const publish = async (definition: Record<string, unknown>) => {
  const { publishTicketType } = await integrator.query<{ publishTicketType: { ticketType: { id: string } } }>(
    `mutation ($input: PublishTicketTypeInput!) {
       publishTicketType(input: $input) { ... on PublishTicketTypeSuccess { ticketType { id } } }
     }`,
    { input: { definition } },
  );
  return publishTicketType.ticketType.id;
};

interface Node {
  id: string;
  name: { en: string; zh: string };
}

beforeAll(async () => {
  browser = await openBrowser();
  admin = await (await browseAs(browser, 'admin')).newPage();
  integrator = await asPerson('admin');
  const { ticketTypes } = await integrator.query<{
    ticketTypes: { key: string; currentVersion: { definition: Record<string, unknown> } }[];
  }>('{ ticketTypes { key currentVersion { definition } } }');
  const repair = ticketTypes.find((type) => type.key === 'repair')?.currentVersion.definition;
  const definition = { ...repair, key, name: { en: 'Versioned', zh: '多版本' }, prefix: 'VE' };
  await publish(definition);
  const flow = repair?.['flow'] as { nodes: Node[] };
  const nodes = flow.nodes.map((node) =>
    node.id === 'call_back' ? { ...node, name: { en: 'Ring back', zh: '回电' } } : node,
  );
  typeId = await publish({ ...definition, flow: { ...flow, nodes } });
});
afterAll(() => browser.close());

it('shows what is different between two versions, in words and in the picture', { timeout: 60_000 }, async () => {
  await admin.goto(`/ticket-types/${encodeURIComponent(typeId)}/versions`);
  await admin.getByText('2 changes').waitFor();
  await admin.getByText('Ring back', { exact: true }).first().waitFor();
  await admin.locator('.flow-node.is-changed').waitFor();
  expect(await admin.locator('.flow-node.is-changed').count()).toBe(1);
  const response = await admin.request.get(
    await admin
      .getByRole('link', { name: 'Export JSON: version 1' })
      .getAttribute('href')
      .then((href) => href ?? ''),
  );
  expect(await response.json()).toMatchObject({ key, name: { en: 'Versioned' } });
});

it('takes the old version as the next draft', { timeout: 60_000 }, async () => {
  await admin.getByRole('button', { name: 'Take as draft: version 1' }).click();
  await admin.getByText('Draft on version 2').waitFor();
  await admin.getByRole('navigation', { name: 'Parts of the type' }).getByRole('link', { name: 'Publish' }).click();
  await admin.getByText('2 changes since the published version').waitFor();
});

it('is deleted only disabled and with its number typed', { timeout: 60_000 }, async () => {
  await admin.goto(`/ticket-types/${encodeURIComponent(typeId)}/versions`);
  await admin.getByRole('button', { name: 'Delete', exact: true }).click();
  await admin.getByText('Disable the type first').waitFor();
  await admin.getByRole('button', { name: 'Keep it' }).click();
  await admin.getByRole('button', { name: 'Disable', exact: true }).click();
  await admin.getByRole('button', { name: 'Enable', exact: true }).waitFor();
  await admin.getByRole('button', { name: 'Delete', exact: true }).click();
  const act = admin.getByRole('button', { name: 'Delete the type of 0 tickets' });
  expect(await act.isDisabled()).toBe(true);
  await admin.getByLabel('Type 0, the number of its tickets').fill('0');
  await act.click();
  await admin.getByRole('heading', { name: 'Ticket types' }).waitFor();
  const { ticketTypes } = await integrator.query<{ ticketTypes: { key: string }[] }>('{ ticketTypes { key } }');
  expect(ticketTypes.some((type) => type.key === key)).toBe(false);
});
