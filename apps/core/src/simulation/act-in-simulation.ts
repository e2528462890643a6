import type { Values } from '../condition/condition.ts';
import type { Token } from '../flow/flow-state.ts';
import { chosenValues } from '../sla/policy/customer-facts.ts';
import { nodeOf } from '../flow/flow-graph.ts';
import { parseAnswers } from '../form/parse-answers.ts';
import type { Answers } from '../form/answers.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { moveSimulation, type SimulatedEvent } from './move-simulation.ts';
import type { Simulation, SimulationGround, SimulationProblem } from './simulation.ts';
import type { SimulationStep } from './simulation-input.ts';

type Issue = SimulationProblem['issues'][number];

/** A step that can't be done; becomes the run's problem. */
class Impossible extends Error {
  constructor(readonly issues: Issue[]) {
    super('impossible step');
  }
}

const impossible = (path: string, code: string, message: LocalizedText): Impossible =>
  new Impossible([{ path: [path], code, message }]);

const required = (path: string): Impossible =>
  impossible(path, 'required', { en: `This step needs “${path}”.`, zh: `该操作需要“${path}”。` });

/** Does one step of a run as the person named would do it on the ticket. */
export async function actInSimulation(
  ground: SimulationGround,
  simulation: Simulation,
  index: number,
  step: SimulationStep,
): Promise<void> {
  try {
    const event = eventOf(ground, simulation, step);
    const nodeId = step.nodeId ?? null;
    const refusal = await moveSimulation(ground, simulation, event, { step: index, kind: step.act, nodeId });
    if (refusal) throw impossible('act', refusal.code, refusal.message);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    simulation.problem = { step: index, issues: error.issues };
  }
}

/** Whoever has the step: its assignee, else the first who may take it and has not voted yet. */
export function holderOf(token: Token): string | null {
  const voters = token.votes.map(({ agentId }) => agentId);
  return token.assigneeId ?? token.candidateIds.find((id) => !voters.includes(id)) ?? null;
}

function factsOf(customer: SimulationStep['customer']): Values {
  const { answers, ...facts } = customer ?? {};
  return {
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`customer.${name}`, value])),
    ...chosenValues(answers ?? {}),
  };
}

function eventOf(ground: SimulationGround, simulation: Simulation, step: SimulationStep): SimulatedEvent {
  const { state } = simulation;
  const reason = step.reason ?? '';
  switch (step.act) {
    case 'create':
      simulation.facts = factsOf(step.customer);
      return {
        type: 'create',
        actorId: step.agentId ?? null,
        urgency: step.urgency ?? 'normal',
        answers: filledIn(ground, simulation, step, startOf(ground)),
      };
    case 'cancel':
      return { type: 'cancel', actorId: step.agentId ?? state.creatorId, reason };
    case 'change_urgency':
      if (!step.urgency) throw required('urgency');
      return { type: 'change_urgency', actorId: step.agentId ?? state.lastHandlerId, urgency: step.urgency };
    default:
      return eventAtNode(ground, simulation, step);
  }
}

function eventAtNode(ground: SimulationGround, simulation: Simulation, step: SimulationStep): SimulatedEvent {
  const token = tokenAt(simulation, step);
  const base = { tokenId: token.id, actorId: step.agentId ?? holderOf(token) };
  const reason = step.reason ?? '';
  switch (step.act) {
    case 'accept':
      return { type: 'accept', ...base };
    case 'submit':
      return { type: 'submit', ...base, answers: filledIn(ground, simulation, step, token.nodeId) };
    case 'approve':
    case 'reject': {
      const decision = step.act === 'approve' ? 'approved' : 'rejected';
      return { type: 'decide', ...base, decision, answers: filledIn(ground, simulation, step, token.nodeId) };
    }
    case 'roll_back':
      return { type: 'roll_back', ...base, reason, ...(step.toNodeId ? { toNodeId: step.toNodeId } : {}) };
    case 'reassign':
      if (step.toGroup) return { type: 'reassign', ...base, toGroup: step.toGroup, reason };
      if (!step.toAgentId) throw required('toAgentId');
      return { type: 'reassign', ...base, toAgentId: step.toAgentId, reason };
    case 'countersign':
      if (!step.toAgentId) throw required('toAgentId');
      return { type: 'countersign', ...base, toAgentId: step.toAgentId };
    case 'suspend':
      return { type: 'suspend', ...base, reason };
    case 'resume':
      return { type: 'resume', ...base };
    case 'finish_automatic':
      return { type: 'automatic_finished', tokenId: token.id, actorId: null, succeeded: step.succeeded ?? true };
    default:
      throw required('act');
  }
}

function tokenAt({ state }: Simulation, { nodeId }: SimulationStep): Token {
  if (!nodeId) throw required('nodeId');
  const token = state.tokens.find((one) => one.nodeId === nodeId);
  if (token) return token;
  throw impossible('nodeId', 'not_there', {
    en: `The ticket is not at the node “${nodeId}” now.`,
    zh: `工单当前不在节点“${nodeId}”。`,
  });
}

const startOf = ({ definition }: SimulationGround): string =>
  definition.flow.nodes.find((node) => node.kind === 'start')?.id ?? '';

/** What the form makes of the answers at this node; the same as for a real ticket. */
function filledIn(
  { definition }: SimulationGround,
  { state }: Simulation,
  step: SimulationStep,
  nodeId: string,
): Answers {
  const node = nodeOf(definition.flow, nodeId);
  const previous = state.answers;
  const parsed = parseAnswers(definition.form, { ...previous, ...step.answers }, { nodeId: node?.id ?? '', previous });
  if (parsed.ok) return parsed.answers;
  throw new Impossible(
    parsed.issues.map(({ path, code, message }) => ({ path: ['answers', ...path.map(String)], code, message })),
  );
}
