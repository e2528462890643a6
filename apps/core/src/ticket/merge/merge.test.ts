import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { foldEvents } from '../../flow/fold-events.ts';
import type { FlowEvent } from '../../flow/flow-event.ts';
import { loadVisibleFile } from '../../file/load-visible-file.ts';
import { newId } from '../../platform/id.ts';
import { loadClocks } from '../../sla/clock/clock-store.ts';
import { ledgerSegments } from '../../sla/clock/ledger-segments.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { cancelTicket } from '../cancel-ticket.ts';
import { commentTicket } from '../comment-ticket.ts';
import { createTicket } from '../create-ticket.ts';
import { linkTickets } from '../link/link-tickets.ts';
import { submitStep } from '../step/submit-step.ts';
import { mergeTickets } from './merge-tickets.ts';
import { undoMerge } from './undo-merge.ts';
import { answers, at, hourMs, start, openMergeDesk } from './testing/merge-desk.ts';

const { test, desk, create, rowOf, kinds, linksOf, wholeOf, shown, twoTickets } = await openMergeDesk();
let agent: Awaited<ReturnType<typeof twoTickets>>['agent'];
let one: string;
let other: string;
afterAll(() => test.drop());
beforeEach(async () => {
  ({ agent, one, other } = await twoTickets());
});

describe('a merge', () => {
  it('ends the duplicate with a pointer, leads its number to the other one, and shows its notes and files there', async () => {
    await commentTicket(at(agent, 0.1), { ticketId: one, body: 'Called twice' });
    const file = { contentType: 'text/plain', sizeBytes: 1, sha256: 'x', createdAt: start };
    const fileId = newId();
    await test.database
      .insertInto('file')
      .values({ ...file, id: fileId, name: 'photo.txt', ownerType: 'ticket', ownerId: one })
      .execute();
    await mergeTickets(at(agent, 0.2), { ticketId: one, intoTicketId: other });
    const [from, into] = [await rowOf(one), await rowOf(other)];
    expect(from).toMatchObject({ status: 'cancelled', isActive: false });
    expect(await kinds(one)).toEqual(['created', 'commented', 'merged_into']);
    expect(await kinds(other)).toEqual(['created', 'merged']);
    expect(await shown(at(agent, 0.3), from.number)).toMatchObject({
      number: into.number,
      files: [{ name: 'photo.txt' }],
      mergedTickets: [{ number: from.number, mayUndo: true, notes: [{ body: 'Called twice' }] }],
    });
    expect(await shown(at(agent, 0.3), from.number, false)).toMatchObject({
      number: from.number,
      mayMerge: false,
      mergedInto: {
        into: { number: into.number },
        mayUndo: true,
        undoUntil: new Date(at(agent, 24.2).now()).toISOString(),
      },
    });
    await expect(commentTicket(at(agent, 1), { ticketId: one, body: 'More' })).rejects.toMatchObject({
      code: 'ticket_merged',
      current: { mergedIntoNumber: into.number },
    });
    // Somebody who sees only the other one sees the duplicate's file and notes there, not the duplicate.
    const colleague = await desk.hire({ 'ticket.read': 'self' });
    expect(await loadVisibleFile({ ...colleague, memo: new Map() }, fileId)).toBeNull();
    await test.database
      .insertInto('ticketParticipant')
      .values({ ticketId: other, agentId: colleague.actor.agentId, role: 'copied', since: start })
      .execute();
    expect(await loadVisibleFile({ ...colleague, memo: new Map() }, fileId)).toMatchObject({ id: fileId });
    expect(await shown(at(colleague, 1), into.number)).toMatchObject({
      mergedTickets: [{ number: from.number, mayUndo: false, ticket: null, notes: [{ body: 'Called twice' }] }],
    });
  });

  it('is undone without a trace but the histories’', async () => {
    const third = await create(agent);
    const child = await create(agent, { parentId: one });
    await linkTickets(agent, { ticketId: one, relation: 'blocks', otherTicketId: third });
    await linkTickets(agent, { ticketId: third, relation: 'relates_to', otherTicketId: one });
    await linkTickets(agent, { ticketId: third, relation: 'relates_to', otherTicketId: other });
    const before = await wholeOf(one);
    const otherBefore = await wholeOf(other);
    await mergeTickets(at(agent, 0.2), { ticketId: one, intoTicketId: other });
    expect(await linksOf(one)).toEqual([]);
    expect((await linksOf(other)).map(({ kind }) => kind).toSorted()).toEqual(['blocks', 'relates_to']);
    expect((await rowOf(child)).parentId).toBe(other);
    await undoMerge(at(agent, 0.5), { ticketId: one });
    expect(await wholeOf(one)).toEqual(before);
    expect(await wholeOf(other)).toEqual(otherBefore);
    expect((await kinds(one)).slice(-2)).toEqual(['merged_into', 'merge_undone']);
    expect((await kinds(other)).slice(-2)).toEqual(['merged', 'merge_undone']);
    // The ticket is worked on as if nothing had been.
    const [step] = before.steps as unknown as { tokenId: string; isActive: boolean }[];
    await submitStep(at(agent, 0.6), { ticketId: one, stepId: step?.tokenId ?? '', answers });
    const version = await loadVersion(desk.system, (await rowOf(one)).versionId);
    const events = await test.database
      .selectFrom('ticketEvent')
      .select('input')
      .where('ticketId', '=', one)
      .where('input', 'is not', null)
      .orderBy('sequence')
      .execute();
    const folded = foldEvents(
      version.definition,
      events.map(({ input }) => input as FlowEvent),
    );
    expect(folded).toEqual({ ok: true, state: (await rowOf(one)).flowState });
  });

  it('accounts for every second of the clocks that it stopped and let go on', async () => {
    await mergeTickets(at(agent, 0.2), { ticketId: one, intoTicketId: other });
    await undoMerge(at(agent, 0.5), { ticketId: one });
    const { definition } = await loadCalendar(desk.system, 'company');
    const clock = (await loadClocks(desk.system, [one])).find(({ kind }) => kind === 'completion');
    const segments = ledgerSegments(clock?.entries ?? [], definition, start, at(agent, 0.8).now());
    expect(segments.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)).toBe(0.8 * hourMs);
    expect(clock?.entries.map(({ type }) => type)).toEqual(['started', 'cancelled', 'reopened']);
  });

  it('can be undone for a day, by who merged or manages the duplicate', async () => {
    await mergeTickets(at(agent, 1), { ticketId: one, intoTicketId: other });
    const boss = await desk.hire({ 'ticket.read': 'all' });
    await expect(undoMerge(at(boss, 2), { ticketId: one })).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(undoMerge(at(agent, 25.1), { ticketId: one })).rejects.toMatchObject({ code: 'undo_over' });
    await undoMerge(at(agent, 24.9), { ticketId: one });
    await expect(undoMerge(at(agent, 24.9), { ticketId: one })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('goes into open tickets, once, and never round', async () => {
    const into = { ticketId: one, intoTicketId: other };
    await expect(mergeTickets(agent, { ...into, intoTicketId: one })).rejects.toMatchObject({
      issues: [{ path: ['intoTicketId'] }],
    });
    const child = await create(agent, { parentId: one });
    await expect(mergeTickets(agent, { ...into, intoTicketId: child })).rejects.toMatchObject({
      code: 'target_is_sub_ticket',
    });
    await mergeTickets(at(agent, 1), into);
    await expect(mergeTickets(at(agent, 1), into)).rejects.toMatchObject({ code: 'ticket_merged' });
    await expect(mergeTickets(at(agent, 1), { ticketId: other, intoTicketId: one })).rejects.toMatchObject({
      code: 'ticket_merged',
    });
    const third = await create(agent);
    await mergeTickets(at(agent, 2), { ticketId: other, intoTicketId: third });
    expect(await shown(at(agent, 2), (await rowOf(one)).number)).toMatchObject({
      number: (await rowOf(third)).number,
      mergedTickets: [{}, {}],
    });
    const boss = await desk.hire({ 'ticket.read': 'all', 'ticket.manage': 'all' });
    await cancelTicket(boss, { ticketId: third, reason: 'over' });
    const fourth = await create(agent);
    await expect(mergeTickets(agent, { ticketId: fourth, intoTicketId: third })).rejects.toMatchObject({
      code: 'target_finished',
    });
  });

  it('is for the handler or manager of the duplicate, with the link permission of both types', async () => {
    const boss = await desk.hire({ 'ticket.read': 'all' });
    await expect(mergeTickets(boss, { ticketId: one, intoTicketId: other })).rejects.toMatchObject({
      code: 'not_permitted',
    });
    const closed = await createTicket(agent, { typeId: desk.typeId, title: 'Closed', answers });
    await expect(mergeTickets(agent, { ticketId: one, intoTicketId: closed })).rejects.toMatchObject({
      code: 'not_permitted',
    });
    expect(await kinds(one)).toEqual(['created']);
  });
});
