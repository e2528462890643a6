import type { Database } from '@handoff/prisma';
import { newId } from '../../platform/id.ts';
import { searchTokens } from '../../platform/text/search-tokens.ts';
import { readPhone } from '../../customer/phone-number.ts';
import { at, idAt, insert, stamps, type WrittenWorld } from './access-rows.ts';
import type { AccessWorld } from './access-world.ts';

const mobileOf = (at: number): string => `1380571${String(1000 + at)}`;
export const emailOf = (at: number): string => `contact-of-${at}@example.com`;
export const phoneOf = (at: number) => readPhone(mobileOf(at));

/** Customers and calls, and what they are found by. */
export async function writeAccessRecords(db: Database, world: AccessWorld, to: WrittenWorld): Promise<void> {
  await insert(
    db,
    'customer',
    world.customers.map(({ owner }, at) => ({
      ...stamps,
      id: to.customers[at],
      name: `customer ${to.customers[at] ?? ''}`,
      namePinyin: 'customer',
      kind: 'household',
      email: emailOf(at),
      ownerId: idAt(to.agents, owner),
    })),
  );
  await insert(
    db,
    'customerPhone',
    to.customers.map((customerId, at) => ({ id: newId(), customerId, ...readPhone(mobileOf(at)) })),
  );
  const changes = (at: number) => JSON.stringify([{ field: 'email', from: null, to: emailOf(at) }]);
  await insert(
    db,
    'customerChange',
    to.customers.map((customerId, index) => ({
      id: newId(),
      customerId,
      kind: 'updated',
      changes: changes(index),
      at,
    })),
  );
  await insert(
    db,
    'call',
    world.calls.map((call, index) => ({
      id: to.calls[index],
      channelId: to.channels[0],
      externalId: to.calls[index],
      direction: 'inbound',
      status: call.isAnswered ? 'ended' : 'queued',
      customerNumber: '-',
      agentId: idAt(to.agents, call.agent),
      groupId: idAt(to.groups, call.group),
      customerId: idAt(to.customers, call.customer),
      ticketId: idAt(to.tickets, call.ticket),
      startedAt: at,
      answeredAt: call.isAnswered ? at : null,
    })),
  );
  await insert(
    db,
    'callLeg',
    world.calls.flatMap(({ legs }, index) =>
      legs.map((leg) => ({
        id: newId(),
        callId: to.calls[index],
        agentId: to.agents[leg],
        kind: 'agent',
        ringingAt: at,
      })),
    ),
  );
  await insert(
    db,
    'searchDocument',
    [
      ...to.customers.map((subjectId) => ({ subjectType: 'customer', subjectId })),
      ...to.tickets.map((subjectId) => ({ subjectType: 'ticket', subjectId })),
    ].map((subject) => ({ ...subject, tokens: searchTokens([to.searchWord]) })),
  );
}
