import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { builder } from '../../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../../graphql/connection.ts';
import { defineFilter } from '../../graphql/filter.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { recordType } from '../../graphql/record.ts';
import { enumOf } from '../../graphql/zod-input.ts';
import { may } from '../../identity/actor.ts';
import { inOrderOf } from '../../identity/identity-loaders.ts';
import { Agent } from '../../identity/agent.graphql.ts';
import type { Context } from '../../platform/context.ts';
import { TicketType } from '../../ticket-type/ticket-type.graphql.ts';
import { coverFor } from '../../ticket/answer/shown-answers.ts';
import { ticketsInReach } from '../../ticket/ticket-access.ts';
import { Ticket } from '../../ticket/ticket.graphql.ts';
import { PLACEHOLDERS } from '../action/placeholders.ts';
import type { TriggerRow } from './load-triggers.ts';
import { triggerEventSchema } from './trigger-definition.ts';
import { createTriggerInput, deleteTriggerInput, moveTriggerInput, updateTriggerInput } from './trigger-input.ts';
import { createTrigger, deleteTrigger, moveTrigger, updateTrigger } from './write-trigger.ts';

const TriggerEventType = enumOf('TriggerEvent', triggerEventSchema, 'What can set a trigger off.');

const Trigger = recordType<TriggerRow>('Trigger', async (context, ids) => {
  if (!may(context.actor, 'trigger.manage')) return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('trigger').selectAll().where('id', 'in', ids).execute());
});

type VersionRow = Selectable<DB['triggerVersion']>;

const TriggerVersion = builder.objectRef<VersionRow>('TriggerVersion').implement({
  description: 'What a trigger said at a time.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    name: t.exposeString('name'),
    definition: t.field({ type: 'JSON', resolve: (version) => version.definition }),
    changedBy: t.field({ type: Agent, nullable: true, resolve: (version) => version.changedById }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

Trigger.implement({
  description: 'What happens by itself: on which event, under which condition, and what is done.',
  fields: (t) => ({
    name: t.exposeString('name'),
    ticketType: t.field({
      type: TicketType,
      nullable: true,
      description: 'Null for tickets of all types.',
      resolve: (trigger) => trigger.typeId,
    }),
    event: t.field({ type: TriggerEventType, resolve: (trigger) => triggerEventSchema.parse(trigger.event) }),
    definition: t.field({ type: 'JSON', resolve: (trigger) => trigger.definition }),
    isActive: t.exposeBoolean('isActive'),
    isDeleted: t.boolean({ resolve: (trigger) => trigger.deletedAt !== null }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    versions: t.field({
      type: [TriggerVersion],
      description: 'The newest first; 50 at most.',
      resolve: (trigger, _args, { db }) =>
        db
          .selectFrom('triggerVersion')
          .selectAll()
          .where('triggerId', '=', trigger.id)
          .orderBy('number', 'desc')
          .limit(50)
          .execute(),
    }),
  }),
});

builder.queryField('triggers', (t) =>
  t.field({
    type: [Trigger],
    description: 'Every trigger in its order; 200 at most. Needs trigger.manage.',
    resolve: (_root, _args, { actor, db }) =>
      may(actor, 'trigger.manage')
        ? db
            .selectFrom('trigger')
            .selectAll()
            .where('deletedAt', 'is', null)
            .orderBy('position')
            .orderBy('id')
            .execute()
        : [],
  }),
);

builder.queryField('placeholders', (t) =>
  t.stringList({
    description: 'What texts of triggers, macros and quick replies may have filled in, written {{so}}.',
    resolve: () => [...PLACEHOLDERS],
  }),
);

type RunRow = Selectable<DB['triggerRun']>;

const outcomeSchema = z.enum(['done', 'failed', 'not_met', 'stopped']);
const RunOutcomeType = enumOf(
  'TriggerRunOutcome',
  outcomeSchema,
  'NOT_MET: the condition did not hold. STOPPED: too many triggers had set each other off.',
);

/** Runs of what the caller may see: those about tickets in scope, and those without a ticket. */
async function runsInReach(context: Context) {
  if (!may(context.actor, 'trigger.manage')) return sql<boolean>`FALSE`;
  const inReach = await ticketsInReach(context, 'ticket.read');
  return sql<boolean>`(trigger_run.ticket_id IS NULL OR EXISTS (SELECT 1 FROM ticket
    WHERE ticket.id = trigger_run.ticket_id AND ${inReach}))`;
}

const TriggerRun = recordType<RunRow>('TriggerRun', async (context, ids) => {
  const query = context.db.selectFrom('triggerRun').selectAll().where('id', 'in', ids);
  return inOrderOf(ids, await query.where(await runsInReach(context)).execute());
});

/** What decided and what was done, with contact details covered for those who may not see them. */
async function covered(context: Context, run: RunRow, value: unknown): Promise<unknown> {
  const ticket = run.ticketId ? await Ticket.getDataloader(context).load(run.ticketId) : null;
  if (!ticket || ticket instanceof Error) return value;
  return (await coverFor(context, ticket)).trace(value);
}

TriggerRun.implement({
  description: 'What a trigger did about an event, or why it did nothing.',
  fields: (t) => ({
    trigger: t.field({ type: Trigger, nullable: true, resolve: (run) => run.triggerId }),
    said: t.loadable({
      type: TriggerVersion,
      nullable: true,
      description: 'The trigger as it was then.',
      load: async (keys: string[], { db }) => {
        const ids = keys.map((key) => key.split(':')[0] ?? '');
        const rows = await db.selectFrom('triggerVersion').selectAll().where('triggerId', 'in', ids).execute();
        const known = new Map(rows.map((row) => [`${row.triggerId}:${row.number}`, row]));
        return keys.map((key) => known.get(key) ?? null);
      },
      resolve: (run) => `${run.triggerId}:${run.triggerVersion}`,
    }),
    ticket: t.field({ type: Ticket, nullable: true, resolve: (run) => run.ticketId }),
    event: t.field({ type: TriggerEventType, resolve: (run) => triggerEventSchema.parse(run.event) }),
    outcome: t.field({ type: RunOutcomeType, resolve: (run) => outcomeSchema.parse(run.outcome) }),
    depth: t.exposeInt('depth', { description: 'How many triggers led to it, one setting off another.' }),
    because: t.field({
      type: 'JSON',
      description: 'The comparisons that decided: field, op, expected, actual, holds.',
      resolve: (run, _args, context) => covered(context, run, run.reason),
    }),
    actions: t.field({
      type: 'JSON',
      description: 'What each action came to: kind, outcome, and its changes or fault.',
      resolve: (run, _args, context) => covered(context, run, run.result),
    }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

const runFilter = defineFilter('TriggerRunFilter', {
  trigger: { kind: 'id', node: 'Trigger', column: 'trigger_run.trigger_id' },
  ticket: { kind: 'id', node: 'Ticket', column: 'trigger_run.ticket_id' },
  outcome: { kind: 'enum', type: RunOutcomeType, name: 'TriggerRunOutcome', column: 'trigger_run.outcome' },
  event: { kind: 'enum', type: TriggerEventType, name: 'TriggerEvent', column: 'trigger_run.event' },
  at: { kind: 'date', column: 'trigger_run.at' },
});

const newestFirst: OrderColumn[] = [{ column: 'trigger_run.id', direction: 'desc', valueOf: (row: RunRow) => row.id }];

builder.queryField('triggerRuns', (t) =>
  t.connection({
    type: TriggerRun,
    description: 'The run log, newest first. Needs trigger.manage; without it there is nothing.',
    args: { filter: t.arg({ type: runFilter.Input }) },
    resolve: async (_root, { filter, ...args }, context) => {
      const query = context.db
        .selectFrom('triggerRun')
        .selectAll()
        .where(await runsInReach(context))
        .where(await runFilter.where(filter, context));
      const page = await readPage(query, newestFirst, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);

function triggerMutation<Schema extends z.ZodObject>(
  name: string,
  description: string,
  input: Schema,
  run: (context: Context, input: z.input<Schema>) => Promise<string>,
): void {
  defineMutation({
    name,
    description: `${description} Needs trigger.manage.`,
    input,
    run: async (context, parsed) => ({ triggerId: await run(context, parsed as z.input<Schema>) }),
    fields: (t) => ({ trigger: t.field({ type: Trigger, nullable: true, resolve: (result) => result.triggerId }) }),
  });
}

triggerMutation('createTrigger', 'Makes a trigger, last in the order.', createTriggerInput, createTrigger);
triggerMutation(
  'updateTrigger',
  'Changes a trigger from now on, or switches it; runs past keep the version that they had.',
  updateTriggerInput,
  updateTrigger,
);
triggerMutation('moveTrigger', 'Gives a trigger another place in the order.', moveTriggerInput, moveTrigger);

defineMutation({
  name: 'deleteTrigger',
  description: 'Takes a trigger away for good; its runs stay in the log. Needs trigger.manage.',
  input: deleteTriggerInput,
  run: async (context, input) => ({ triggerId: await deleteTrigger(context, input) }),
  fields: (t) => ({ deletedId: t.id({ resolve: (result) => result.triggerId }) }),
});
