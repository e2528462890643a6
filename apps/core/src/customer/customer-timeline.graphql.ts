import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { builder } from '../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../graphql/connection.ts';
import { Agent } from '../identity/agent.graphql.ts';
import type { Context } from '../platform/context.ts';
import { maskEmail } from '../platform/text/mask.ts';
import { Call } from '../telephony/call.graphql.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { followUpMethodSchema, followUpStageSchema } from './add-follow-up.ts';
import { maskAnswer } from '../form/sensitive-field.ts';
import { customerFieldsOnce } from './field/customer-answers.ts';
import { mayReveal } from './customer-access.ts';
import { customerTimeline, type TimelineKind, type TimelineRow } from './customer-timeline.sql.ts';
import { Customer, FollowUpMethod, FollowUpStage } from './customer.graphql.ts';

const FollowUp = builder.objectRef<Selectable<DB['followUp']>>('FollowUp').implement({
  description: 'What happened at one contact; never changed.',
  fields: (t) => ({
    author: t.field({ type: Agent, nullable: true, resolve: (followUp) => followUp.authorId }),
    method: t.field({ type: FollowUpMethod, resolve: (followUp) => followUpMethodSchema.parse(followUp.method) }),
    body: t.exposeString('body'),
    stage: t.field({
      type: FollowUpStage,
      nullable: true,
      description: 'The stage in which the customer is since.',
      resolve: (followUp) => followUpStageSchema.nullable().parse(followUp.stageAfter),
    }),
    nextAt: t.expose('nextAt', { type: 'DateTime', nullable: true }),
  }),
});

const changesSchema = z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }));
const coverEmail = (value: unknown): unknown => (typeof value === 'string' ? maskEmail(value) : value);

async function shownChanges(context: Context, change: Selectable<DB['customerChange']>) {
  const changes = changesSchema.parse(change.changes);
  const customer = await Customer.getDataloader(context).load(change.customerId);
  if (customer && !(customer instanceof Error) && (await mayReveal(context, customer))) return changes;
  const sensitive = new Map((await customerFieldsOnce(context)).map(({ key, shared }) => [`answers.${key}`, shared]));
  return changes.map((one) => {
    if (one.field === 'email') return { ...one, from: coverEmail(one.from), to: coverEmail(one.to) };
    if (!one.field.startsWith('answers.')) return one;
    const shared = sensitive.get(one.field);
    // Of a field that is there no more it is not known what it held.
    if (!shared) return { ...one, from: null, to: null };
    return {
      ...one,
      from: maskAnswer(shared.definition, one.from),
      to: maskAnswer(shared.definition, one.to),
    };
  });
}

const CustomerChange = builder.objectRef<Selectable<DB['customerChange']>>('CustomerChange').implement({
  description: 'Which facts of a customer were changed.',
  fields: (t) => ({
    actor: t.field({ type: Agent, nullable: true, resolve: (change) => change.actorId }),
    kind: t.exposeString('kind'),
    changes: t.field({
      type: 'JSON',
      description: 'A list of { field, from, to }; contact details are covered as they are in the customer.',
      resolve: (change, _args, context) => shownChanges(context, change),
    }),
  }),
});

const TimelineKindType = builder.enumType('TimelineKind', {
  values: {
    CALL: { value: 'call' },
    TICKET: { value: 'ticket' },
    FOLLOW_UP: { value: 'follow_up' },
    CHANGE: { value: 'change' },
  } as const satisfies Record<string, { value: TimelineKind }>,
});

const TimelineItem = builder.objectRef<TimelineRow>('TimelineItem').implement({
  description: 'Something that was done with a customer; the field that its kind names is filled.',
  fields: (t) => ({
    kind: t.field({ type: TimelineKindType, resolve: (item) => item.kind }),
    at: t.expose('at', { type: 'DateTime' }),
    call: t.field({ type: Call, nullable: true, resolve: (item) => (item.kind === 'call' ? item.id : null) }),
    ticket: t.field({ type: Ticket, nullable: true, resolve: (item) => (item.kind === 'ticket' ? item.id : null) }),
    followUp: t.field({
      type: FollowUp,
      nullable: true,
      resolve: async (item, _args, { db }) =>
        item.kind === 'follow_up'
          ? ((await db.selectFrom('followUp').selectAll().where('id', '=', item.id).executeTakeFirst()) ?? null)
          : null,
    }),
    change: t.field({
      type: CustomerChange,
      nullable: true,
      resolve: async (item, _args, { db }) =>
        item.kind === 'change'
          ? ((await db.selectFrom('customerChange').selectAll().where('id', '=', item.id).executeTakeFirst()) ?? null)
          : null,
    }),
  }),
});

const newestFirst: OrderColumn[] = [
  { column: 'timeline.at', direction: 'desc', valueOf: (row: TimelineRow) => row.at },
  { column: 'timeline.id', direction: 'desc', valueOf: (row: TimelineRow) => row.id },
];

builder.objectField(Customer, 'timeline', (t) =>
  t.connection({
    type: TimelineItem,
    description: "Calls and tickets in the caller's scope, follow-ups and changes, newest first.",
    resolve: async (customer, args, context) => {
      const query = await customerTimeline(context, customer.id);
      const page = await readPage(query, newestFirst, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);
