import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { FLOW_STATUSES } from '../flow/flow-state.ts';
import type { Context } from '../platform/context.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { groundSimulation } from './ground-simulation.ts';
import { enteredNodes } from './past-run.ts';
import { simulate } from './simulate.ts';
import type { Simulation } from './simulation.ts';
import { simulationStep } from './simulation-input.ts';

export type TestRow = Selectable<DB['ticketTypeTest']>;

/** A run as it is kept: with what was answered about people, so that it goes the same way when people come and go. */
export const keptRun = z.object({
  startAt: z.iso.datetime(),
  steps: z.array(simulationStep),
  lookups: z.record(z.string(), z.array(z.string())),
});

/** What a run has to come to. */
export const expectation = z.object({
  status: z.enum(FLOW_STATUSES),
  entered: z.array(z.string()),
  /** The code of why it ends, for a test that something is refused. */
  refusal: z.string().nullable(),
});
export type Expectation = z.infer<typeof expectation>;

/** How a test went. The places are ids of nodes; `problem` says why the run ended early. */
export interface TestOutcome {
  hasPassed: boolean;
  atNodeId: string | null;
  expectedNodeId: string | null;
  enteredNodeId: string | null;
  expectedStatus: string;
  status: string;
  problem: Simulation['problem'];
}

/** What a run came to. */
export function expectationOf(definition: TicketTypeDefinition, simulation: Simulation): Expectation {
  const trace = simulation.frames.flatMap((frame) => frame.trace);
  return {
    status: simulation.state.status,
    entered: enteredNodes(definition, trace),
    refusal: simulation.problem?.issues[0]?.code ?? null,
  };
}

/** The tests of a type by its key; they outlive its drafts. */
export function loadTests(context: Context, typeKey: string): Promise<TestRow[]> {
  return context.db
    .selectFrom('ticketTypeTest')
    .selectAll()
    .where('typeKey', '=', typeKey)
    .orderBy('id')
    .limit(mostTests)
    .execute();
}

export const mostTests = 100;

/** Runs a kept test through a definition. */
export async function runTest(context: Context, definition: TicketTypeDefinition, test: TestRow): Promise<TestOutcome> {
  const run = keptRun.parse(test.run);
  const expected = expectation.parse(test.expected);
  const ground = await groundSimulation(context, definition, run.lookups);
  const simulation = await simulate(ground, new Date(run.startAt), run.steps);
  const found = expectationOf(definition, simulation);
  const length = Math.max(found.entered.length, expected.entered.length);
  const index = Array.from({ length }, (_, at) => at).find((at) => found.entered[at] !== expected.entered[at]);
  const isAlike = index === undefined && found.status === expected.status && found.refusal === expected.refusal;
  return {
    hasPassed: isAlike,
    atNodeId: index === undefined ? null : (expected.entered[index - 1] ?? null),
    expectedNodeId: index === undefined ? null : (expected.entered[index] ?? null),
    enteredNodeId: index === undefined ? null : (found.entered[index] ?? null),
    expectedStatus: expected.status,
    status: found.status,
    problem: isAlike ? null : simulation.problem,
  };
}

/** The names of the tests that fail under a definition. */
export async function failingTests(context: Context, definition: TicketTypeDefinition): Promise<string[]> {
  const failing: string[] = [];
  for (const test of await loadTests(context, definition.key)) {
    const { hasPassed } = await runTest(context, definition, test);
    if (!hasPassed) failing.push(test.name);
  }
  return failing;
}
