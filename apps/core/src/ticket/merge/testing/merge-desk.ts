import { createTestDatabase } from '@handoff/prisma/testing/create-test-database';
import { graphql } from 'graphql';
import { expect } from 'vitest';
import { schema } from '../../../graphql/schema.ts';
import type { Context } from '../../../platform/context.ts';
import { loadClocks } from '../../../sla/clock/clock-store.ts';
import { foldClock } from '../../../sla/clock/clock.ts';
import { loadVersion } from '../../../ticket-type/load-version.ts';
import { publishTicketType } from '../../../ticket-type/publish-ticket-type.ts';
import { createTicket } from '../../create-ticket.ts';
import { createServiceDesk } from '../../testing/service-desk.ts';

export const answers = { contact_phone: '+8613805715678' };
export const hourMs = 3_600_000;
export const start = new Date('2026-03-18T01:00:00Z');
/** The same caller so many hours after the start. */
export const at = <C extends Context>(context: C, hours: number): C => ({
  ...context,
  now: () => new Date(start.getTime() + hours * hourMs),
  memo: new Map(),
});

/** A company whose tickets may be linked, and what tests of merges and splits ask of its tickets. */
export async function openMergeDesk() {
  const test = await createTestDatabase();
  const desk = await createServiceDesk(test.database);
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  const { definition } = await loadVersion(desk.system, currentVersionId ?? '');
  const { flow } = definition;
  const typeId = await publishTicketType(desk.system, {
    definition: {
      ...definition,
      key: 'linkable',
      prefix: 'M',
      permissions: { ...definition.permissions, link: { groups: [], roles: ['desk'] } },
      flow: {
        ...flow,
        nodes: flow.nodes.map((node) =>
          node.kind === 'handle'
            ? { ...node, allowSuspend: true, timeLimit: { seconds: 50_000, clock: 'elapsed', then: 'notify_manager' } }
            : node,
        ),
      },
    },
  });

  const create = (who: Context, facts: object = {}) =>
    createTicket(at(who, 0), { typeId, title: 'Visit', answers, ...facts });
  const rowOf = (id: string) =>
    test.database.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const kinds = async (ticketId: string) => {
    const rows = await test.database
      .selectFrom('ticketEvent')
      .select(['kind', 'sequence'])
      .where('ticketId', '=', ticketId)
      .orderBy('sequence')
      .execute();
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    return rows.map(({ kind }) => kind);
  };
  const linksOf = async (ticketId: string) => {
    const rows = await test.database
      .selectFrom('ticketLink')
      .select(['id', 'ticketId', 'otherId', 'kind'])
      .where((eb) => eb.or([eb('ticketId', '=', ticketId), eb('otherId', '=', ticketId)]))
      .orderBy('id')
      .execute();
    return rows;
  };

  /** Everything that a merge could lose: the ticket's row, steps, timers, links and sub-tickets. */
  async function wholeOf(ticketId: string) {
    const ofTicket = async (table: 'ticketStep' | 'ticketTimer') =>
      test.database
        .selectFrom(table as 'ticketTimer')
        .selectAll()
        .where('ticketId', '=', ticketId)
        .orderBy('id')
        .execute();
    const { sequence: _sequence, version: _version, updatedAt: _at, flowState, ...row } = await rowOf(ticketId);
    const { revision: _revision, lastHandlerId: _last, ...state } = flowState as Record<string, unknown>;
    const clocks = await loadClocks(desk.system, [ticketId]);
    const children = await test.database.selectFrom('ticket').select('id').where('parentId', '=', ticketId).execute();
    return {
      row,
      state,
      steps: await ofTicket('ticketStep'),
      timers: (await ofTicket('ticketTimer')).map(({ id: _id, ...timer }) => timer),
      clocks: clocks.map(({ id, entries }) => ({ id, ...foldClock(entries) })),
      links: await linksOf(ticketId),
      children,
    };
  }

  async function shown(who: Context, number: string, followMerge = true) {
    const { data, errors } = await graphql({
      schema,
      source: `query ($number: String!, $followMerge: Boolean) { ticket(number: $number, followMerge: $followMerge) {
        number status mayMerge files { name }
        mergedInto { into { number } undoUntil mayUndo }
        mergedTickets { number mayUndo ticket { number } notes { body actor { id } } }
        split { from { number } mayUndo } links { relation ticket { number } }
        history { kind otherTicket { number } }
      } }`,
      variableValues: { number, followMerge },
      contextValue: { ...who, memo: new Map() },
    });
    expect(errors).toBeUndefined();
    return (data as { ticket: Record<string, unknown> | null }).ticket;
  }

  /** Two tickets of one customer, and the agent who handles both. */
  const twoTickets = async () => {
    const agent = await desk.hire({ 'ticket.read': 'self', 'customer.read': 'all' });
    const customerId = await desk.writeCustomer();
    return { agent, one: await create(agent, { customerId }), other: await create(agent, { customerId }) };
  };
  return { test, desk, typeId, create, rowOf, kinds, linksOf, wholeOf, shown, twoTickets };
}
