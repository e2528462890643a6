import { isFinished } from '../flow/flow-state.ts';
import type { TraceStep } from '../flow/run.ts';
import { builder } from '../graphql/builder.ts';
import { LocalizedTextType } from '../graphql/localized-text.graphql.ts';
import { defineMutation } from '../graphql/mutation.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { enumOf, zodInput } from '../graphql/zod-input.ts';
import { Agent } from '../identity/agent.graphql.ts';
import { may } from '../identity/actor.ts';
import { Ticket } from '../ticket/ticket.graphql.ts';
import { mayRevealTicket } from '../ticket/answer/shown-answers.ts';
import type { StoredClock } from '../sla/clock/clock-store.ts';
import { foldClock } from '../sla/clock/clock.ts';
import { explainDue } from '../sla/clock/explain-due.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { promised } from './move-simulation.ts';
import { simulateTicketType, type Simulated } from './ground-simulation.ts';
import { loadPastEvents, retrace, stepsOf } from './past-run.ts';
import { comingOf, heldBackOf, openStepsOf, type Coming, type HeldBack, type OpenStep } from './show-simulation.ts';
import type { SimulationFrame, SimulationProblem } from './simulation.ts';
import { simulateTicketTypeInput, simulationAct, simulationStep, type SimulationStep } from './simulation-input.ts';

const SimulationActType = enumOf(
  'SimulationAct',
  simulationAct,
  'What is done in a run: CREATE comes first, WAIT lets time pass.',
);
zodInput('SimulationStepInput', simulationStep);

const TraceStepType = builder.objectRef<TraceStep>('FlowTraceStep').implement({
  description: 'One decision of the flow: at which node, along which way, and why.',
  fields: (t) => ({
    nodeId: t.exposeString('nodeId'),
    edgeId: t.exposeString('edgeId', { nullable: true }),
    why: t.exposeString('why'),
    because: t.field({
      type: 'JSON',
      description: 'The comparisons that decided: field, op, expected, actual.',
      resolve: (step) => step.because,
    }),
  }),
});

const HeldBackType = builder.objectRef<HeldBack>('HeldBack').implement({
  description: 'What would have gone out; nothing did.',
  fields: (t) => ({
    kind: t.string({ description: 'notify, webhook, sub_ticket or unassigned.', resolve: (held) => held.kind }),
    purpose: t.exposeString('purpose', { nullable: true }),
    nodeId: t.exposeString('nodeId', { nullable: true }),
    agents: t.field({ type: [Agent], nullable: { list: false, items: true }, resolve: (held) => held.agentIds }),
    to: t.stringList({
      description: 'For what a clock tells: handler, group_leader, manager.',
      resolve: (held) => held.to,
    }),
    message: t.field({ type: LocalizedTextType, nullable: true, resolve: (held) => held.message }),
    target: t.string({
      nullable: true,
      description: 'The address that a webhook would have called, or the type of the sub-ticket.',
      resolve: (held) => held.target,
    }),
    answers: t.field({ type: 'JSON', nullable: true, resolve: (held) => held.answers }),
  }),
});

const Frame = builder.objectRef<SimulationFrame>('SimulationFrame').implement({
  description: 'What happened at one point of a run.',
  fields: (t) => ({
    step: t.exposeInt('step', { description: 'Its place in the steps that were sent.' }),
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.exposeString('kind', {
      description: 'An act, or timer_fired, reminder, breach or escalation for what happens by itself.',
    }),
    actor: t.field({ type: Agent, nullable: true, resolve: (frame) => frame.actorId }),
    nodeId: t.exposeString('nodeId', { nullable: true }),
    clock: t.string({ nullable: true, resolve: (frame) => frame.clock?.kind ?? null }),
    trace: t.field({ type: [TraceStepType], resolve: (frame) => frame.trace }),
    heldBack: t.field({ type: [HeldBackType], resolve: heldBackOf }),
  }),
});

const OpenStepType = builder.objectRef<OpenStep>('SimulatedStep').implement({
  description: 'A step that the made-up ticket is at now.',
  fields: (t) => ({
    nodeId: t.string({ resolve: ({ token }) => token.nodeId }),
    since: t.field({ type: 'DateTime', resolve: ({ token }) => new Date(token.since) }),
    isAccepted: t.boolean({ resolve: ({ token }) => token.acceptedAt !== null }),
    isSuspended: t.boolean({ resolve: ({ token }) => token.suspendedAt !== null }),
    isFallback: t.boolean({
      description: 'Nobody fitted the rule of the node, so the fallback group has it.',
      resolve: ({ token }) => token.isFallback,
    }),
    assignee: t.field({ type: Agent, nullable: true, resolve: ({ token }) => token.assigneeId }),
    candidates: t.field({
      type: [Agent],
      nullable: { list: false, items: true },
      description: 'Who may act, in order.',
      resolve: ({ people }) => people,
    }),
    acts: t.field({ type: [SimulationActType], resolve: ({ acts }) => acts }),
    rollbackTo: t.stringList({ resolve: ({ rollbackTo }) => rollbackTo }),
  }),
});

const ComingType = builder.objectRef<Coming>('SimulatedHappening').implement({
  description: 'What will happen by itself if nobody does anything.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.exposeString('kind', { description: 'reminder, breach, escalation, wait or time_limit.' }),
    nodeId: t.exposeString('nodeId', { nullable: true }),
    clock: t.exposeString('clock', { nullable: true }),
  }),
});

/** A finished clock keeps the calendar that it ran by. */
const calendarOf = ({ ground, simulation }: Simulated, { calendarId }: StoredClock) =>
  [...ground.calendars.values()].find(({ id }) => id === calendarId) ?? promised(ground, simulation.held).calendar;

const ClockType = builder
  .objectRef<{ simulated: Simulated; clock: Simulated['simulation']['clocks'][number] }>('SimulatedClock')
  .implement({
    fields: (t) => ({
      kind: t.string({ resolve: ({ clock }) => clock.kind }),
      nodeId: t.string({ nullable: true, resolve: ({ clock }) => clock.nodeId }),
      status: t.string({ resolve: ({ clock }) => foldClock(clock.entries)?.status ?? 'running' }),
      isBreached: t.boolean({ resolve: ({ clock }) => foldClock(clock.entries)?.isBreached ?? false }),
      dueAt: t.field({
        type: 'DateTime',
        nullable: true,
        resolve: ({ clock }) => foldClock(clock.entries)?.dueAt ?? null,
      }),
      explanation: t.field({
        type: LocalizedTextType,
        nullable: true,
        description: 'Why it is due then, or why it stands still.',
        resolve: ({ simulated, clock }) => explainDue(clock.entries, calendarOf(simulated, clock).definition),
      }),
    }),
  });

type ProblemIssue = SimulationProblem['issues'][number];

const ProblemIssueType = builder.objectRef<ProblemIssue>('SimulationIssue').implement({
  fields: (t) => ({
    path: t.stringList({ description: 'Leads into the step.', resolve: (issue) => issue.path }),
    code: t.exposeString('code'),
    message: t.string({ resolve: (issue, _args, { locale }) => issue.message[locale] }),
  }),
});

const ProblemType = builder.objectRef<SimulationProblem>('SimulationProblem').implement({
  description: 'Why a run went no further.',
  fields: (t) => ({
    step: t.exposeInt('step'),
    issues: t.field({ type: [ProblemIssueType], resolve: (problem) => problem.issues }),
  }),
});

const SimulationType = builder.objectRef<Simulated>('Simulation').implement({
  description: 'What a made-up ticket came to.',
  fields: (t) => ({
    startedAt: t.field({ type: 'DateTime', resolve: ({ startedAt }) => startedAt }),
    now: t.field({
      type: 'DateTime',
      description: 'The run’s own clock.',
      resolve: ({ simulation }) => simulation.now,
    }),
    status: t.string({ resolve: ({ simulation }) => simulation.state.status }),
    urgency: t.string({ resolve: ({ simulation }) => simulation.state.urgency }),
    isFinished: t.boolean({ resolve: ({ simulation }) => isFinished(simulation.state) }),
    answers: t.field({ type: 'JSON', resolve: ({ simulation }) => simulation.state.answers }),
    frames: t.field({ type: [Frame], resolve: ({ simulation }) => simulation.frames }),
    steps: t.field({ type: [OpenStepType], resolve: openStepsOf }),
    clocks: t.field({
      type: [ClockType],
      resolve: (simulated) => simulated.simulation.clocks.map((clock) => ({ simulated, clock })),
    }),
    coming: t.field({ type: [ComingType], description: 'The next three.', resolve: comingOf }),
    problem: t.field({ type: ProblemType, nullable: true, resolve: ({ simulation }) => simulation.problem }),
  }),
});

defineMutation({
  name: 'simulateTicketType',
  description:
    'Runs a made-up ticket through a draft, a version or a definition, step by step. Writes nothing and sends nothing. Needs ticket_type.manage.',
  input: simulateTicketTypeInput,
  isUnrepeatable: true,
  run: (context, input) => simulateTicketType(context, input),
  fields: (t) => ({ simulation: t.field({ type: SimulationType, resolve: (simulated) => simulated }) }),
});

/** A step in the shape in which the API takes it. */
const stepForApi = ({ agentId, toAgentId, act, urgency, ...step }: SimulationStep) => ({
  ...step,
  act: act.toUpperCase(),
  ...(urgency ? { urgency: urgency.toUpperCase() } : {}),
  ...(agentId ? { agentId: toGlobalId('Agent', agentId) } : {}),
  ...(toAgentId ? { toAgentId: toGlobalId('Agent', toAgentId) } : {}),
});

/** Steps as `simulateTicketType` takes them. */
export const stepsForApi = (steps: readonly SimulationStep[]) => steps.map(stepForApi);

const PastRun = builder.objectRef<{ startAt: Date; steps: SimulationStep[] }>('PastRun').implement({
  description: 'What was done to a past ticket, to be run again.',
  fields: (t) => ({
    startAt: t.expose('startAt', { type: 'DateTime' }),
    steps: t.field({
      type: 'JSON',
      description: 'As `simulateTicketType` takes them.',
      resolve: ({ steps }) => stepsForApi(steps),
    }),
  }),
});

builder.objectField(Ticket, 'pastRun', (t) =>
  t.field({
    type: PastRun,
    nullable: true,
    description:
      'The ticket as steps of a simulation. Null unless the caller has ticket_type.manage and sees its contact details in full.',
    resolve: async (ticket, _args, context) => {
      if (!may(context.actor, 'ticket_type.manage') || ticket.status === 'draft') return null;
      if (!(await mayRevealTicket(context, ticket))) return null;
      const { definition } = await loadVersion(context, ticket.versionId);
      const events = (await loadPastEvents(context, [ticket.id])).get(ticket.id) ?? [];
      const [first] = events;
      return first ? { startAt: new Date(first.at), steps: stepsOf(retrace(definition, events)) } : null;
    },
  }),
);
