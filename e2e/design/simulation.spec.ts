import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseAs, openPage } from '../support/browse.ts';
import { asPerson, type Integrator } from '../support/integrator.ts';
import { openBrowser } from '../support/open-browser.ts';

const stamp = Date.now() % 100_000;
const key = `trial-${stamp}`;

let browser: Browser;
let admin: Page;
let integrator: Integrator;
let path: string;

const said = (en: string, zh: string) => ({ en, zh });

/** A loan whose deposit decides whether somebody has to approve it. */
function loan(before: Record<string, unknown>, { limit }: { limit: number }): Record<string, unknown> {
  return {
    ...before,
    form: {
      sections: [
        {
          key: 'all',
          label: said('Loan', '借用'),
          columns: 1,
          fields: [{ type: 'number', key: 'days', label: said('Days', '天数'), required: true }],
        },
      ],
      rules: [],
    },
    flow: {
      ...(before['flow'] as Record<string, unknown>),
      nodes: [
        { kind: 'start', id: 'start', name: said('Start', '开始') },
        { kind: 'branch', id: 'by_days', name: said('How long?', '多久') },
        { kind: 'handle', id: 'allow', name: said('Allow', '准许'), assignee: { kind: 'creator' } },
        { kind: 'handle', id: 'hand_out', name: said('Hand out', '发放'), assignee: { kind: 'creator' } },
        { kind: 'end', id: 'end', name: said('Done', '完成'), outcome: 'completed' },
      ],
      edges: [
        { id: 'e1', from: 'start', to: 'by_days' },
        { id: 'e2', from: 'by_days', to: 'allow', priority: 1, when: { field: 'days', op: 'gt', value: limit } },
        { id: 'e3', from: 'by_days', to: 'hand_out', isDefault: true },
        { id: 'e4', from: 'allow', to: 'hand_out' },
        { id: 'e5', from: 'hand_out', to: 'end' },
      ],
    },
    permissions: { create: { groups: [], roles: ['admin'] }, link: { groups: [], roles: [] } },
  };
}

interface Draft {
  id: string;
  revision: number;
  definition: Record<string, unknown>;
}

const draftFields = 'draft { id revision definition }';

async function save(draft: Draft, definition: Record<string, unknown>): Promise<Draft> {
  const { saveTicketTypeDraft } = await integrator.query<{ saveTicketTypeDraft: { draft: Draft } }>(
    `mutation ($input: SaveTicketTypeDraftInput!) {
       saveTicketTypeDraft(input: $input) { ... on SaveTicketTypeDraftSuccess { ${draftFields} } }
     }`,
    { input: { draftId: draft.id, baseRevision: draft.revision, definition } },
  );
  return saveTicketTypeDraft.draft;
}

let draft: Draft;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await (await browseAs(browser, 'admin')).newPage();
  integrator = await asPerson('admin');
  const { roles } = await integrator.query<{ roles: { key: string }[] }>('{ roles { key } }');
  const { createTicketTypeDraft } = await integrator.query<{ createTicketTypeDraft: { draft: Draft } }>(
    `mutation ($input: CreateTicketTypeDraftInput!) {
       createTicketTypeDraft(input: $input) { ... on CreateTicketTypeDraftSuccess { ${draftFields} } }
     }`,
    { input: { key, name: said('Trial', '试借'), prefix: 'TR' } },
  );
  const definition = loan(createTicketTypeDraft.draft.definition, { limit: 7 });
  const permissions = {
    create: { groups: [], roles: roles.slice(0, 1).map((role) => role.key) },
    link: { groups: [], roles: [] },
  };
  draft = await save(createTicketTypeDraft.draft, { ...definition, permissions });
  path = `/ticket-types/drafts/${encodeURIComponent(draft.id)}`;
});
afterAll(() => browser.close());

const button = (name: string) => admin.getByRole('button', { name, exact: true });

describe('an admin, before publishing', { timeout: 120_000 }, () => {
  it('runs a made-up ticket through the draft with its own form, and sees which way decided on what', async () => {
    await openPage(admin, `${path}/try`);
    await button('Create the ticket').click();
    await admin.getByText('Fill in this field.').first().waitFor();
    await admin.getByRole('textbox', { name: 'Days' }).fill('9');
    await button('Create the ticket').click();
    await admin.getByRole('region', { name: 'Allow' }).waitFor();
    const log = admin.getByRole('region', { name: 'What happened' });
    await log.getByText('Days is more than 7 (it was: 9)').waitFor();
    await expect.poll(() => admin.locator('.react-flow__edge.is-taken').count()).toBe(2);
  });

  it('moves the clock, and what is due happens', async () => {
    const clock = admin.getByRole('region', { name: 'Clock of the run' });
    await clock.getByText(/^Due: Completion/).waitFor();
    await button('Until the next of these').click();
    await admin.getByText('Target missed: Completion').waitFor();
    await button('Submit step').click();
    await admin.getByRole('region', { name: 'Hand out' }).waitFor();
    await button('Submit step').click();
    await admin.getByText('The ticket is completed.').waitFor();
  });

  it('makes another run more urgent, and cancels it', async () => {
    await button('One step back').click();
    await admin.getByRole('region', { name: 'Hand out' }).waitFor();
    const step = admin.getByRole('region', { name: 'Hand out' });
    await step.getByText('Reason, way back, another person').click();
    await step.getByRole('combobox', { name: 'Reassign to' }).fill('Technical');
    await admin.getByRole('option', { name: /Technical/ }).click();
    await button('Reassign').click();
    const log = admin.getByRole('region', { name: 'What happened' });
    await log.getByText('Reassigned').waitFor();
    await button('One step back').click();
    await log.getByText('Reassigned').waitFor({ state: 'detached' });
    const ticket = admin.getByRole('region', { name: 'The whole ticket' });
    await ticket.getByRole('combobox', { name: 'Urgency' }).click();
    await admin.getByRole('option', { name: 'Urgent', exact: true }).click();
    await ticket.getByRole('button', { name: 'Change urgency' }).click();
    await log.getByText('Urgency changed').waitFor();
    expect(await ticket.getByRole('button', { name: 'Cancel the ticket' }).isDisabled()).toBe(true);
    await ticket.getByRole('textbox', { name: 'Reason for cancelling' }).fill('Not needed any more');
    await ticket.getByRole('button', { name: 'Cancel the ticket' }).click();
    await admin.getByText('The ticket is cancelled.').waitFor();
    for (const back of ['Cancelled', 'Urgency changed']) {
      await button('One step back').click();
      await log.getByText(back).waitFor({ state: 'detached' });
    }
    await button('Submit step').click();
    await admin.getByText('The ticket is completed.').waitFor();
  });

  it('keeps the run as a test', async () => {
    await admin.getByLabel('Keep this run as a test named').fill('Nine days need leave');
    await button('Keep').click();
    await admin.getByText('Nine days need leave').waitFor();
  });

  it('is told of the test that fails once the draft goes another way, and publishes only knowingly', async () => {
    draft = await save(draft, {
      ...loan(draft.definition, { limit: 10 }),
      permissions: draft.definition['permissions'],
    });
    await openPage(admin, `${path}/publish`);
    await admin.getByText('After How long? it went to Hand out, expected was Allow.').waitFor();
    expect(await button('Publish').isDisabled()).toBe(true);
    const refused = await integrator.query<{ publishTicketTypeDraft: { issues: { message: string }[] } }>(
      `mutation ($input: PublishTicketTypeDraftInput!) {
         publishTicketTypeDraft(input: $input) { ... on ValidationError { issues { message } } }
       }`,
      { input: { draftId: draft.id, expectedRevision: draft.revision } },
    );
    expect(refused.publishTicketTypeDraft.issues[0]?.message).toContain('Nine days need leave');
    await button('Take the new way as expected').click();
    await admin.getByText('passed').waitFor();
    await button('Publish').click();
    await admin.getByRole('heading', { name: 'Trial' }).waitFor();
  });
});

describe('an admin with past tickets', { timeout: 120_000 }, () => {
  it('replays them through the draft of a type and sees where they would part', async () => {
    const { ticketTypes } = await integrator.query<{ ticketTypes: { id: string; key: string }[] }>(
      '{ ticketTypes { id key } }',
    );
    const typeId = ticketTypes.find((type) => type.key === 'repair')?.id;
    const { createTicketTypeDraft } = await integrator.query<{ createTicketTypeDraft: { draft: Draft } }>(
      `mutation ($input: CreateTicketTypeDraftInput!) {
         createTicketTypeDraft(input: $input) { ... on CreateTicketTypeDraftSuccess { ${draftFields} } }
       }`,
      { input: { typeId } },
    );
    const repair = createTicketTypeDraft.draft;
    await openPage(admin, `/ticket-types/drafts/${encodeURIComponent(repair.id)}/backtest`);
    await button('Replay').click();
    await admin.getByText(/^50 tickets replayed|tickets replayed: [1-9]/).waitFor({ timeout: 60_000 });
    await button('Replay').waitFor({ timeout: 60_000 });

    const { tickets } = await integrator.query<{ tickets: { edges: { node: { number: string } }[] } }>(
      `{ tickets(first: 1, filter: { type: { eq: "${typeId ?? ''}" }, status: { eq: COMPLETED } }) { edges { node { number } } } }`,
    );
    const number = tickets.edges[0]?.node.number ?? '';
    await openPage(admin, `/ticket-types/drafts/${encodeURIComponent(repair.id)}/try?ticket=${number}`);
    await button(`Run ${number} through the draft`).click();
    await button('All of them').click();
    await admin.getByText('The ticket is completed.').waitFor();
  });
});
