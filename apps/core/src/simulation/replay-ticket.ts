import type { TraceStep } from '../flow/run.ts';
import { parseAnswers } from '../form/parse-answers.ts';
import type { Answers } from '../form/answers.ts';
import { valueFields } from '../form/form-order.ts';
import { holderOf } from './act-in-simulation.ts';
import { letTimePass } from './let-time-pass.ts';
import { moveSimulation, type SimulatedEvent } from './move-simulation.ts';
import { enteredNodes, type PastEvent } from './past-run.ts';
import { emptySimulation } from './simulate.ts';
import type { Simulation, SimulationGround } from './simulation.ts';

export const REPLAY_OUTCOMES = ['same_way', 'other_way', 'refused'] as const;

/** How a past ticket would have gone under another definition. */
export interface Replay {
  outcome: (typeof REPLAY_OUTCOMES)[number];
  /** Where the ways part, or where it would have been refused. */
  atNodeId: string | null;
  /** Which node came next then, and which would now; null for none. */
  wasNodeId: string | null;
  nowNodeId: string | null;
  /** What decided at the parting now. */
  because: TraceStep['because'];
  /** The field that would have been refused. */
  field: string | null;
  /** Somebody else would have had a step. */
  isWithOthers: boolean;
  /** The ways that it takes now, as far as it can be told. */
  edgeIds: string[];
}

class Refused extends Error {
  constructor(
    readonly nodeId: string | null,
    readonly field: string | null,
  ) {
    super('refused');
  }
}

/**
 * Replays a past ticket through a definition, effects blocked, until it would have gone another way. People do what they
 * did at the nodes where they did it; where somebody else would have had the step, they do it.
 */
export async function replayTicket(ground: SimulationGround, past: readonly PastEvent[]): Promise<Replay> {
  const begun = past[0] ? new Date(past[0].event.at) : new Date(0);
  const simulation = emptySimulation(begun);
  const replay: Replay = {
    ...{ outcome: 'same_way', atNodeId: null, wasNodeId: null, nowNodeId: null, because: [], field: null },
    ...{ isWithOthers: false, edgeIds: [] },
  };
  const was = past.flatMap(({ entered }) => entered);
  try {
    for (const one of past) {
      await waitUntil(ground, simulation, new Date(one.event.at));
      if (differs(ground, simulation, was)) break;
      if (!(await repeat(ground, simulation, one, replay))) break;
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    Object.assign(replay, { outcome: 'refused', atNodeId: error.nodeId, field: error.field });
  }
  const trace = simulation.frames.flatMap((frame) => frame.trace);
  replay.edgeIds = trace.flatMap(({ edgeId }) => (edgeId ? [edgeId] : []));
  if (replay.outcome !== 'refused') compare(ground, trace, was, replay);
  return replay;
}

const nowEntered = ({ definition }: SimulationGround, simulation: Simulation): string[] =>
  enteredNodes(
    definition,
    simulation.frames.flatMap((frame) => frame.trace),
  );

const differs = (ground: SimulationGround, simulation: Simulation, was: readonly string[]): boolean =>
  nowEntered(ground, simulation).some((nodeId, index) => nodeId !== was[index]);

async function waitUntil(ground: SimulationGround, simulation: Simulation, at: Date): Promise<void> {
  const seconds = (at.getTime() - simulation.now.getTime()) / 1000;
  if (seconds > 0) await letTimePass(ground, simulation, 0, seconds);
}

/** Does again what was done; false where the ticket is not at that node now. */
async function repeat(
  ground: SimulationGround,
  simulation: Simulation,
  { event, nodeId }: PastEvent,
  replay: Replay,
): Promise<boolean> {
  if (event.type === 'timer_fired') return true;
  const { at: _at, lookups: _lookups, ...act } = event;
  if (nodeId === null) return move(ground, simulation, filled(ground, simulation, act, nodeId), nodeId);
  const token = simulation.state.tokens.find((one) => one.nodeId === nodeId);
  if (!token) return false;
  const isAccept = event.type === 'accept' || event.type === 'claim';
  if (isAccept && token.acceptedAt !== null) return true;
  const holder = holderOf(token);
  const mayAct = token.assigneeId === event.actorId || (token.candidateIds as unknown[]).includes(event.actorId);
  const actorId = event.actorId === null || mayAct || event.type === 'reassign' ? event.actorId : holder;
  replay.isWithOthers ||= actorId !== event.actorId;
  const again = { ...act, tokenId: token.id, actorId } as SimulatedEvent;
  const isWork = event.type === 'submit' || event.type === 'roll_back';
  if (isWork && token.acceptedAt === null && ground.definition.flow.nodes.some(isHandle(nodeId)))
    await move(ground, simulation, { type: 'accept', tokenId: token.id, actorId }, nodeId);
  return move(ground, simulation, filled(ground, simulation, again, nodeId), nodeId);
}

const isHandle =
  (nodeId: string) =>
  ({ id, kind }: { id: string; kind: string }): boolean =>
    id === nodeId && kind === 'handle';

async function move(
  ground: SimulationGround,
  simulation: Simulation,
  event: SimulatedEvent,
  nodeId: string | null,
): Promise<boolean> {
  const refusal = await moveSimulation(ground, simulation, event, { step: 0, kind: 'wait', nodeId });
  if (refusal) throw new Refused(nodeId, null);
  return true;
}

/** The event with its answers as this form takes them; fields that it does not have are left out. */
function filled(
  { definition }: SimulationGround,
  { state }: Simulation,
  event: SimulatedEvent,
  nodeId: string | null,
): SimulatedEvent {
  if (!('answers' in event) || !event.answers) return event;
  const start = definition.flow.nodes.find((node) => node.kind === 'start')?.id ?? '';
  const keys = new Set(valueFields(definition.form).map(({ key }) => key));
  const known: Answers = Object.fromEntries(Object.entries(event.answers).filter(([key]) => keys.has(key)));
  const place = event.type === 'create' ? start : nodeId;
  const parsed = parseAnswers(definition.form, known, { previous: state.answers, ...(place ? { nodeId: place } : {}) });
  if (!parsed.ok) throw new Refused(place, String(parsed.issues[0]?.path[0] ?? ''));
  return { ...event, answers: parsed.answers };
}

/** Finds where the ways part. A ticket that simply had not gone further then is no difference. */
function compare(ground: SimulationGround, trace: readonly TraceStep[], was: readonly string[], replay: Replay): void {
  const now = enteredNodes(ground.definition, trace);
  const length = Math.max(now.length, was.length);
  for (let index = 0; index < length; index += 1) {
    if (now[index] === was[index]) continue;
    const before = index === 0 ? null : (was[index - 1] ?? null);
    const nowNodeId = now[index] ?? null;
    const edge = ground.definition.flow.edges.find(({ id, to }) => to === nowNodeId && replay.edgeIds.includes(id));
    replay.outcome = 'other_way';
    replay.atNodeId = edge?.from ?? before;
    replay.wasNodeId = was[index] ?? null;
    replay.nowNodeId = nowNodeId;
    replay.because = trace.find(({ edgeId }) => edgeId === edge?.id)?.because ?? [];
    return;
  }
}
