import { z } from 'zod';
import { builder } from '../graphql/builder.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { recordType } from '../graphql/record.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf } from '../graphql/zod-input.ts';
import { may } from '../identity/actor.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { reachOf } from '../identity/reach.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { coverFor } from '../ticket/answer/shown-answers.ts';
import { checkDefinition } from '../ticket-type/check-definition.ts';
import { TicketTypeDraft } from '../ticket-type/draft/ticket-type-draft.graphql.ts';
import { ticketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { backtest, type BacktestBatch, type BacktestResult } from './backtest.ts';
import { REPLAY_OUTCOMES } from './replay-ticket.ts';
import { acceptTicketTypeTest, deleteTicketTypeTest, saveTicketTypeTest } from './save-ticket-type-test.ts';
import { stepsForApi } from './simulation.graphql.ts';
import {
  acceptTicketTypeTestInput,
  deleteTicketTypeTestInput,
  saveTicketTypeTestInput,
} from './ticket-type-test-input.ts';
import { keptRun, loadTests, runTest, type TestOutcome, type TestRow } from './ticket-type-test.ts';

const TicketTypeTest = recordType<TestRow>('TicketTypeTest', async (context, ids) => {
  if (!may(context.actor, 'ticket_type.manage')) return ids.map(() => null);
  return inOrderOf(ids, await context.db.selectFrom('ticketTypeTest').selectAll().where('id', 'in', ids).execute());
});

TicketTypeTest.implement({
  description: 'A run that has to go the same way in every later version of its type.',
  fields: (t) => ({
    name: t.exposeString('name'),
    typeKey: t.exposeString('typeKey'),
    startAt: t.field({ type: 'DateTime', resolve: (test) => new Date(keptRun.parse(test.run).startAt) }),
    steps: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As `simulateTicketType` takes them; for those who may see contact details everywhere.',
      resolve: async (test, _args, context) =>
        (await reachOf(context, 'customer.reveal')) === 'all' ? stepsForApi(keptRun.parse(test.run).steps) : null,
    }),
    createdBy: t.field({ type: Agent, nullable: true, resolve: (test) => test.createdById }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

const Outcome = builder.objectRef<TestOutcome & { testId: string }>('TicketTypeTestOutcome').implement({
  description: 'How a test goes in a draft.',
  fields: (t) => ({
    test: t.field({ type: TicketTypeTest, nullable: true, resolve: ({ testId }) => testId }),
    hasPassed: t.exposeBoolean('hasPassed'),
    atNodeId: t.exposeString('atNodeId', { nullable: true, description: 'After which node it went another way.' }),
    expectedNodeId: t.exposeString('expectedNodeId', { nullable: true }),
    enteredNodeId: t.exposeString('enteredNodeId', { nullable: true }),
    expectedStatus: t.exposeString('expectedStatus'),
    status: t.exposeString('status'),
    problem: t.string({
      nullable: true,
      description: 'Why it went no further.',
      resolve: ({ problem }, _args, { locale }) => problem?.issues[0]?.message[locale] ?? null,
    }),
  }),
});

builder.objectField(TicketTypeDraft, 'tests', (t) =>
  t.field({
    type: [TicketTypeTest],
    resolve: (draft, _args, context) => loadTests(context, draft.key),
  }),
);

builder.objectField(TicketTypeDraft, 'testOutcomes', (t) =>
  t.field({
    type: [Outcome],
    description: 'Every test, run through the draft; none while the draft has faults.',
    resolve: async (draft, _args, context) => {
      if (checkDefinition(draft.definition).length > 0) return [];
      const definition = ticketTypeDefinition.parse(draft.definition);
      const outcomes: (TestOutcome & { testId: string })[] = [];
      for (const test of await loadTests(context, draft.key)) {
        outcomes.push({ testId: test.id, ...(await runTest(context, definition, test)) });
      }
      return outcomes;
    },
  }),
);

const ReplayOutcome = enumOf('ReplayOutcome', z.enum(REPLAY_OUTCOMES));

const Result = builder.objectRef<BacktestResult>('BacktestResult').implement({
  description: 'How a past ticket would have gone in a draft.',
  fields: (t) => ({
    ticket: t.field({ type: Ticket, nullable: true, resolve: ({ ticket }) => ticket.id }),
    outcome: t.expose('outcome', { type: ReplayOutcome }),
    atNodeId: t.exposeString('atNodeId', {
      nullable: true,
      description: 'Where the ways part, or where it is refused.',
    }),
    wasNodeId: t.exposeString('wasNodeId', { nullable: true, description: 'Which node came next then.' }),
    nowNodeId: t.exposeString('nowNodeId', { nullable: true, description: 'Which node comes next now.' }),
    field: t.exposeString('field', { nullable: true, description: 'Which field would be refused.' }),
    because: t.field({
      type: 'JSON',
      description: 'The comparisons that decide now; covered as on the ticket.',
      resolve: async ({ ticket, because }, _args, context) => (await coverFor(context, ticket)).trace(because),
    }),
    isWithOthers: t.exposeBoolean('isWithOthers', { description: 'Somebody else would have had a step.' }),
    edgeIds: t.exposeStringList('edgeIds', { description: 'The ways that it takes now.' }),
  }),
});

const Batch = builder.objectRef<BacktestBatch>('BacktestBatch').implement({
  fields: (t) => ({
    results: t.field({ type: [Result], resolve: ({ results }) => results }),
    endCursor: t.exposeString('endCursor', { nullable: true, description: 'Give it as `after`; null at the end.' }),
  }),
});

builder.objectField(TicketTypeDraft, 'backtest', (t) =>
  t.field({
    type: Batch,
    description: 'Past tickets of the type that the caller may see, replayed through the draft, newest first.',
    args: { first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
    resolve: (draft, { first, after }, context) =>
      backtest(context, draft, { first: first ?? 20, after: after ?? null }),
  }),
);

defineMutation({
  name: 'saveTicketTypeTest',
  description: 'Keeps a run as a test: from now on it has to go as it goes in this draft. Needs ticket_type.manage.',
  input: saveTicketTypeTestInput,
  run: async (context, input) => ({ testId: await saveTicketTypeTest(context, input) }),
  fields: (t) => ({ test: t.field({ type: TicketTypeTest, nullable: true, resolve: (result) => result.testId }) }),
});

defineMutation({
  name: 'acceptTicketTypeTest',
  description: 'Takes how a draft runs a test as what is expected from now on. Needs ticket_type.manage.',
  input: acceptTicketTypeTestInput,
  run: async (context, input) => ({ testId: await acceptTicketTypeTest(context, input) }),
  fields: (t) => ({ test: t.field({ type: TicketTypeTest, nullable: true, resolve: (result) => result.testId }) }),
});

defineMutation({
  name: 'deleteTicketTypeTest',
  description: 'Removes a test. Needs ticket_type.manage.',
  input: deleteTicketTypeTestInput,
  run: async (context, input) => ({ testId: await deleteTicketTypeTest(context, input) }),
  fields: (t) => ({ testId: t.id({ resolve: (result) => toGlobalId('TicketTypeTest', result.testId) }) }),
});
