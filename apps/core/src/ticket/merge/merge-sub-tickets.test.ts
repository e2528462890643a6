import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { createTicket } from '../create-ticket.ts';
import { linkTickets } from '../link/link-tickets.ts';
import { unlinkTickets } from '../link/unlink-tickets.ts';
import { listAutomaticSteps } from '../step/run-automatic-step.ts';
import { submitStep } from '../step/submit-step.ts';
import { startSubTicket } from '../sub-ticket/start-sub-ticket.ts';
import { mergeTickets } from './merge-tickets.ts';
import { undoMerge } from './undo-merge.ts';
import { answers, at, openMergeDesk } from './testing/merge-desk.ts';

const { test, desk, typeId, create, rowOf, kinds, linksOf, twoTickets } = await openMergeDesk();
afterAll(() => test.drop());

const said = (text: string) => ({ en: text, zh: text });
const typeRow = await test.database
  .selectFrom('ticketType')
  .select('currentVersionId')
  .where('id', '=', typeId)
  .executeTakeFirstOrThrow();
const { definition } = await loadVersion(desk.system, typeRow.currentVersionId ?? '');
await publishTicketType(desk.system, { definition: { ...definition, holdsParent: true } });
const waitingTypeId = await publishTicketType(desk.system, {
  definition: {
    ...definition,
    key: 'ordering',
    prefix: 'O',
    flow: {
      ...definition.flow,
      nodes: [
        ...definition.flow.nodes.filter(({ kind }) => kind !== 'branch'),
        {
          kind: 'sub_ticket',
          id: 'part',
          name: said('Part'),
          ticketType: 'linkable',
          copyFields: { contact_phone: 'contact_phone' },
          waitForEnd: true,
        },
      ],
      edges: [
        { id: 'start_to_part', from: 'start', to: 'part' },
        { id: 'part_to_visit', from: 'part', to: 'visit' },
        { id: 'visit_to_report', from: 'visit', to: 'report' },
        { id: 'report_to_end', from: 'report', to: 'end' },
      ],
    },
  },
});

let agent: Awaited<ReturnType<typeof twoTickets>>['agent'];
let other: string;
let parentId: string;
let childId: string;
beforeEach(async () => {
  ({ agent, other } = await twoTickets());
  parentId = await createTicket(at(agent, 0), { typeId: waitingTypeId, title: 'Order', answers });
  await work(0);
  const child = await test.database
    .selectFrom('ticket')
    .select('id')
    .where('parentId', '=', parentId)
    .executeTakeFirstOrThrow();
  childId = child.id;
});

/** What the parent's workflow does at this time. */
async function work(hours: number): Promise<void> {
  for (const step of await listAutomaticSteps(at(desk.system, hours), parentId)) {
    await startSubTicket(at(desk.system, hours), step);
  }
}
const nodeOf = async (id: string) => (await rowOf(id)).nodeId;

async function finish(id: string, hours: number): Promise<void> {
  for (;;) {
    const step = await test.database
      .selectFrom('ticketStep')
      .select('tokenId')
      .where('ticketId', '=', id)
      .where('isActive', '=', true)
      .executeTakeFirst();
    if (!step) return;
    await submitStep(at(agent, hours), { ticketId: id, stepId: step.tokenId, answers });
  }
}

describe('a parent that waits for a sub-ticket', () => {
  it('waits for the ticket into which that is merged, and goes on at its end', async () => {
    await mergeTickets(at(agent, 0.2), { ticketId: childId, intoTicketId: other });
    expect((await kinds(parentId)).at(-1)).toBe('sub_ticket_merged');
    await work(0.3);
    expect(await nodeOf(parentId)).toBe('part');
    await finish(other, 0.5);
    await work(0.6);
    expect(await nodeOf(parentId)).toBe('visit');
    expect(
      await test.database.selectFrom('ticket').select('id').where('parentId', '=', parentId).execute(),
    ).toHaveLength(1);
  });

  it('waits for it again once the merge is undone, and makes no second one however long that takes', async () => {
    await mergeTickets(at(agent, 0.2), { ticketId: childId, intoTicketId: other });
    await work(0.3);
    await undoMerge(at(agent, 0.4), { ticketId: childId });
    expect((await kinds(parentId)).slice(-2)).toEqual(['sub_ticket_merged', 'sub_ticket_back']);
    await finish(other, 0.5);
    await work(2);
    expect(await nodeOf(parentId)).toBe('part');
    await work(80);
    expect(
      await test.database.selectFrom('ticket').select('id').where('parentId', '=', parentId).execute(),
    ).toHaveLength(1);
    await finish(childId, 81);
    await work(81);
    expect(await nodeOf(parentId)).toBe('visit');
  });

  it('goes on at once where the other ticket is itself, or waits for it', async () => {
    await mergeTickets(at(agent, 0.2), { ticketId: childId, intoTicketId: parentId });
    expect((await kinds(parentId)).at(-1)).toBe('merged');
    await work(0.3);
    expect(await nodeOf(parentId)).toBe('visit');

    const above = await create(agent);
    const below = await createTicket(at(agent, 0), { typeId: waitingTypeId, title: 'Below', answers, parentId: above });
    parentId = below;
    await work(0);
    const ofBelow = await test.database
      .selectFrom('ticket')
      .select('id')
      .where('parentId', '=', below)
      .executeTakeFirstOrThrow();
    await mergeTickets(at(agent, 0.2), { ticketId: ofBelow.id, intoTicketId: above });
    await work(0.3);
    expect(await nodeOf(below)).toBe('visit');
  });

  it('is held by the ticket in which a sub-ticket that holds it goes on', async () => {
    const holder = await create(agent);
    const held = await create(agent, { parentId: holder });
    await mergeTickets(at(agent, 0.2), { ticketId: held, intoTicketId: other });
    const { number } = await rowOf(other);
    await expect(finish(holder, 0.3)).rejects.toMatchObject({
      code: 'sub_tickets_open',
      current: { subTickets: [number] },
    });
    await finish(other, 0.4);
    await finish(holder, 0.5);
    expect(await rowOf(holder)).toMatchObject({ status: 'completed' });
  });

  it('is never merged into what comes under it', async () => {
    const child = await create(agent, { parentId: other });
    const grandchild = await create(agent, { parentId: child });
    await expect(mergeTickets(agent, { ticketId: other, intoTicketId: grandchild })).rejects.toMatchObject({
      code: 'target_is_sub_ticket',
    });
  });
});

describe('links that went over', () => {
  it('stay away where they were taken away meanwhile, and lead to where a merged ticket goes on', async () => {
    const one = await create(agent);
    const [gone, kept, merged, target] = [
      await create(agent),
      await create(agent),
      await create(agent),
      await create(agent),
    ];
    await linkTickets(at(agent, 0.1), { ticketId: one, relation: 'blocks', otherTicketId: gone });
    await linkTickets(at(agent, 0.1), { ticketId: one, relation: 'relates_to', otherTicketId: kept });
    await linkTickets(at(agent, 0.1), { ticketId: one, relation: 'causes', otherTicketId: merged });
    await mergeTickets(at(agent, 0.2), { ticketId: one, intoTicketId: other });
    const taken = (await linksOf(other)).find(({ otherId }) => otherId === gone);
    await unlinkTickets(at(agent, 0.3), { ticketId: other, ticketLinkId: taken?.id ?? '' });
    await mergeTickets(at(agent, 0.4), { ticketId: merged, intoTicketId: target });
    await undoMerge(at(agent, 0.5), { ticketId: one });
    expect(await linksOf(other)).toEqual([]);
    const ends = (await linksOf(one)).map(({ ticketId, otherId, kind }) => [
      kind,
      ticketId === one ? otherId : ticketId,
    ]);
    expect(ends.toSorted()).toEqual([
      ['causes', target],
      ['relates_to', kept],
    ]);
  });
});
