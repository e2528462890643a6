import { sql } from 'kysely';
import { phoneCondition } from '../customer/find-customers.sql.ts';
import { readPhone } from '../customer/phone-number.ts';
import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { defineFilter } from '../graphql/filter.ts';
import { ServiceGroup } from '../identity/agent.graphql.ts';
import { Call, CallDirection, CallStatusType } from './call.graphql.ts';
import { callsInReach, type CallRow } from './call-access.ts';

const callFilter = defineFilter('CallFilter', {
  direction: { kind: 'enum', type: CallDirection, name: 'CallDirection', column: 'call.direction' },
  status: { kind: 'enum', type: CallStatusType, name: 'CallStatus', column: 'call.status' },
  agent: { kind: 'id', node: 'Agent', column: 'call.agent_id' },
  group: { kind: 'id', node: 'ServiceGroup', column: 'call.group_id' },
  customer: { kind: 'id', node: 'Customer', column: 'call.customer_id' },
  ticket: { kind: 'id', node: 'Ticket', column: 'call.ticket_id' },
  endReason: { kind: 'text', column: 'call.end_reason' },
  startedAt: { kind: 'date', column: 'call.started_at' },
  answeredAt: { kind: 'date', column: 'call.answered_at', description: 'isEmpty: nobody answered.' },
  phone: {
    kind: 'custom',
    type: 'String',
    description: 'The number of a customer in any writing, or its last digits; of somebody unknown the whole number.',
    where: async (typed: string, context) =>
      sql`(\`call\`.customer_id IN (SELECT customer.id FROM customer WHERE ${await phoneCondition(typed, context)})
        OR \`call\`.e164 = ${readPhone(typed).e164})`,
  },
});

const newestFirst: OrderColumn[] = [
  { column: 'call.started_at', direction: 'desc', valueOf: (row: CallRow) => row.startedAt },
  { column: 'call.id', direction: 'desc', valueOf: (row: CallRow) => row.id },
];

interface QueueRow {
  groupId: string;
  waitingCount: number;
  longestSince: Date | null;
}

const QueueStatus = builder.objectRef<QueueRow>('QueueStatus').implement({
  description: 'Who waits for a group.',
  fields: (t) => ({
    group: t.field({ type: ServiceGroup, nullable: true, resolve: (queue) => queue.groupId }),
    waitingCount: t.exposeInt('waitingCount'),
    longestSince: t.expose('longestSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when the one waits who has waited longest.',
    }),
  }),
});

builder.queryFields((t) => ({
  calls: t.connection({
    type: Call,
    description: "Calls in the caller's scope, newest first.",
    args: { filter: t.arg({ type: callFilter.Input }) },
    resolve: async (_root, { filter, ...args }, context) => {
      const query = context.db
        .selectFrom('call')
        .selectAll()
        .where(await callsInReach(context))
        .where(await callFilter.where(filter, context));
      const page = await readPage(query, newestFirst, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
  queueStatus: t.field({
    type: [QueueStatus],
    description: "The viewer's groups, and who waits for them.",
    resolve: async (_root, _args, { db, actor }) => {
      if (actor.groupIds.length === 0) return [];
      const rows = await db
        .selectFrom('call')
        .select((eb) => [
          'groupId',
          eb.fn.countAll<number>().as('waitingCount'),
          eb.fn.min('startedAt').as('longestSince'),
        ])
        .where('status', '=', 'queued')
        .where('groupId', 'in', actor.groupIds)
        .groupBy('groupId')
        .execute();
      const byGroup = new Map(rows.map((row) => [row.groupId, row]));
      return actor.groupIds.map((groupId) => ({
        groupId,
        waitingCount: byGroup.get(groupId)?.waitingCount ?? 0,
        longestSince: byGroup.get(groupId)?.longestSince ?? null,
      }));
    },
  }),
}));
