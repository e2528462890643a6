import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { updateCalendar } from '../../calendar/update-calendar.ts';
import type { Context } from '../../platform/context.ts';
import { createTicket } from '../../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import { loadClocks } from './clock-store.ts';
import { recalculateClocks } from './recalculate-clocks.ts';

let test: TestDatabase;
let desk: ServiceDesk;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
});
afterAll(() => test.drop());

const wednesday = new Date('2026-03-18T06:30:00Z');
const at = <C extends Context>(context: C): C => ({ ...context, now: () => wednesday });

async function recalculateAll(calendarId: string): Promise<number> {
  let moved = 0;
  let after: string | null = null;
  do {
    const done = await recalculateClocks(at(desk.system), { calendarId, after });
    moved += done.moved;
    after = done.after;
  } while (after !== null);
  return moved;
}

it('moves the clocks of a changed calendar once, with a line that says why, and their timers with them', async () => {
  const agent = at(await desk.hire({ 'ticket.read': 'self' }));
  const ticketIds: string[] = [];
  for (let made = 0; made < 53; made++) {
    const answers = { contact_phone: '+8613805715678' };
    ticketIds.push(await createTicket(agent, { typeId: desk.typeId, title: `Visit ${made}`, answers }));
  }
  const calendar = await test.database
    .selectFrom('calendar')
    .select(['id', 'definition'])
    .where('key', '=', 'company')
    .executeTakeFirstOrThrow();
  const definition = calendar.definition as { holidays: unknown[] };
  // The rest of this day is off, so an hour of service time ends at one o'clock the next morning.
  await updateCalendar(desk.system, {
    calendarId: calendar.id,
    expectedVersion: 1,
    definition: { ...definition, holidays: [{ from: '2026-03-18', to: '2026-03-18' }] },
  });
  expect(await recalculateAll(calendar.id)).toBe(53 * 2);
  expect(await recalculateAll(calendar.id)).toBe(0);
  const [ticketId = ''] = ticketIds;
  const clocks = await loadClocks(desk.system, [ticketId]);
  const oneHourOn = new Date('2026-03-18T17:00:00Z');
  expect(clocks.find(({ kind }) => kind === 'step')?.entries.at(-1)).toMatchObject({
    type: 'moved',
    at: wednesday,
    dueAt: oneHourOn,
    reason: { code: 'calendar', text: { zh: '服务时间变更' } },
  });
  const ticket = await test.database
    .selectFrom('ticket')
    .select(['dueAt', 'slaState'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  expect(ticket).toEqual({ dueAt: oneHourOn, slaState: 'running' });
  const timers = await test.database
    .selectFrom('ticketTimer')
    .select('fireAt')
    .where('ticketId', '=', ticketId)
    .where('settledAt', 'is', null)
    .execute();
  expect(timers.map(({ fireAt }) => fireAt.toISOString()).toSorted()).toEqual([
    '2026-03-18T17:00:00.000Z',
    '2026-03-18T18:00:00.000Z',
  ]);
});

it('wakes the workflow of a ticket whose clock is due earlier now', async () => {
  const { id, version, definition } = await test.database
    .selectFrom('calendar')
    .selectAll()
    .where('key', '=', 'company')
    .executeTakeFirstOrThrow();
  await test.database.deleteFrom('outbox').where('kind', 'in', ['ticket', 'ticket_later']).execute();
  await updateCalendar(desk.system, {
    calendarId: id,
    expectedVersion: version,
    definition: { ...(definition as object), holidays: [] },
  });
  expect(await recalculateAll(id)).toBe(53 * 2);
  const woken = await test.database
    .selectFrom('outbox')
    .select('payload')
    .where('kind', 'in', ['ticket', 'ticket_later'])
    .execute();
  expect(woken).toHaveLength(53);
  expect(woken[0]?.payload).toEqual({ wakeAt: '2026-03-18T07:30:00.000Z' });
});

it('leaves clocks as they are when the calendar has no time any more', async () => {
  const calendar = await test.database
    .selectFrom('calendar')
    .select(['id', 'version'])
    .where('key', '=', 'company')
    .executeTakeFirstOrThrow();
  await updateCalendar(desk.system, {
    calendarId: calendar.id,
    expectedVersion: calendar.version,
    definition: { zone: 'Asia/Shanghai', regular: [], holidays: [], special: [] },
  });
  expect(await recalculateAll(calendar.id)).toBe(0);
});
