import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { commentTicket } from '../comment-ticket.ts';
import { createTicket } from '../create-ticket.ts';
import { splitTicket } from './split-ticket.ts';
import { undoMerge } from './undo-merge.ts';
import { undoSplit } from './undo-split.ts';
import { answers, at, openMergeDesk } from './testing/merge-desk.ts';

const { test, desk, typeId, rowOf, kinds, shown, twoTickets } = await openMergeDesk();
let agent: Awaited<ReturnType<typeof twoTickets>>['agent'];
let one: string;
afterAll(() => test.drop());
beforeEach(async () => {
  ({ agent, one } = await twoTickets());
});

describe('a split', () => {
  it('makes a ticket of a note, for the same customer, with a link and a line on both', async () => {
    await commentTicket(at(agent, 0.1), { ticketId: one, body: 'And the fridge is loud' });
    const made = await splitTicket(at(agent, 0.2), {
      ticketId: one,
      sequence: 2,
      title: 'Loud',
      body: 'fridge is loud',
    });
    const [from, split] = [await rowOf(one), await rowOf(made)];
    expect(split).toMatchObject({ title: 'Loud', customerId: from.customerId, typeId, answers, status: 'in_progress' });
    expect(await kinds(made)).toEqual(['created', 'split_from', 'commented']);
    expect(await kinds(one)).toEqual(['created', 'commented', 'split_into']);
    expect(await shown(at(agent, 0.3), split.number)).toMatchObject({
      split: { from: { number: from.number }, mayUndo: true },
      links: [{ relation: 'SPLIT_FROM', ticket: { number: from.number } }],
    });
    await expect(
      splitTicket(agent, { ticketId: one, sequence: 1, title: 'x', body: 'not a note' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is undone into the ticket that it came of, with what was written on it since', async () => {
    await commentTicket(at(agent, 0.1), { ticketId: one, body: 'And the fridge is loud' });
    const made = await splitTicket(at(agent, 0.2), { ticketId: one, sequence: 2, title: 'Loud', body: 'is loud' });
    await commentTicket(at(agent, 0.3), { ticketId: made, body: 'A part is ordered' });
    const stranger = await desk.hire({ 'ticket.read': 'all' });
    await expect(undoSplit(at(stranger, 1), { ticketId: made })).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(undoSplit(at(agent, 30), { ticketId: made })).rejects.toMatchObject({ code: 'undo_over' });
    await undoSplit(at(agent, 1), { ticketId: made });
    expect(await kinds(one)).toEqual(['created', 'commented', 'split_into', 'took_split_back']);
    expect((await kinds(made)).at(-1)).toBe('split_taken_back');
    expect(await shown(at(agent, 1), (await rowOf(made)).number)).toMatchObject({
      number: (await rowOf(one)).number,
      mergedTickets: [{ notes: [{ body: 'A part is ordered' }] }],
    });
    // And that, too, can be taken back.
    await undoMerge(at(agent, 2), { ticketId: made });
    expect(await rowOf(made)).toMatchObject({ status: 'in_progress', isActive: true });
  });

  it('needs the link permission and a type that still takes tickets', async () => {
    const closed = await createTicket(agent, { typeId: desk.typeId, title: 'Closed', answers });
    await expect(splitTicket(agent, { ticketId: closed, title: 'x', body: 'y' })).rejects.toMatchObject({
      code: 'not_permitted',
    });
  });
});
