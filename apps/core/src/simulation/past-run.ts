import { advance } from '../flow/advance.ts';
import type { FlowEvent } from '../flow/flow-event.ts';
import { initialState } from '../flow/flow-state.ts';
import type { Context } from '../platform/context.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { mostSteps, type SimulationAct, type SimulationStep } from './simulation-input.ts';

/** What was done to a past ticket, with the node at which it was done and the nodes that it entered because of it. */
export interface PastEvent {
  event: FlowEvent;
  nodeId: string | null;
  entered: string[];
}

/** Reads what moved these tickets, oldest first: one query, however many tickets. */
export async function loadPastEvents(
  context: Context,
  ticketIds: readonly string[],
): Promise<Map<string, FlowEvent[]>> {
  const past = new Map<string, FlowEvent[]>(ticketIds.map((id) => [id, []]));
  if (ticketIds.length === 0) return past;
  const rows = await context.db
    .selectFrom('ticketEvent')
    .select(['ticketId', 'input'])
    .where('ticketId', 'in', ticketIds)
    .where('input', 'is not', null)
    .orderBy('ticketId')
    .orderBy('sequence')
    .execute();
  for (const { ticketId, input } of rows) past.get(ticketId)?.push(input as FlowEvent);
  return past;
}

/** Folds a past ticket through its own version, keeping where each thing was done and where it led. */
export function retrace(definition: TicketTypeDefinition, events: readonly FlowEvent[]): PastEvent[] {
  const past: PastEvent[] = [];
  let state = initialState();
  for (const event of events) {
    const nodeId = 'tokenId' in event ? (state.tokens.find(({ id }) => id === event.tokenId)?.nodeId ?? null) : null;
    const advanced = advance(definition, state, event);
    if (!advanced.ok) break;
    state = advanced.state;
    past.push({ event, nodeId, entered: enteredNodes(definition, advanced.trace) });
  }
  return past;
}

/** The nodes that a trace says were entered, in order. */
export function enteredNodes(
  { flow }: TicketTypeDefinition,
  trace: readonly { edgeId: string | null; nodeId: string; why: string }[],
): string[] {
  return trace.flatMap(({ edgeId, nodeId, why }) => {
    if (why === 'rolled_back') return [nodeId];
    const edge = edgeId === null ? undefined : flow.edges.find(({ id }) => id === edgeId);
    return edge ? [edge.to] : [];
  });
}

const acts: Record<FlowEvent['type'], SimulationAct | null> = {
  create: 'create',
  claim: 'accept',
  accept: 'accept',
  submit: 'submit',
  decide: 'approve',
  roll_back: 'roll_back',
  reassign: 'reassign',
  countersign: 'countersign',
  // Taken back by whoever undoes a bulk change.
  return_step: null,
  suspend: 'suspend',
  resume: 'resume',
  // The clock of the run does this by itself.
  timer_fired: null,
  automatic_finished: 'finish_automatic',
  change_answers: null,
  change_urgency: 'change_urgency',
  cancel: 'cancel',
  reopen: null,
};

/** A past ticket as the steps of a run, with the time that passed between them. */
export function stepsOf(past: readonly PastEvent[]): SimulationStep[] {
  const steps: SimulationStep[] = [];
  let last: number | null = null;
  for (const { event, nodeId } of past) {
    const act = acts[event.type];
    if (!act) continue;
    const at = Date.parse(event.at);
    const seconds: number = last === null ? 0 : Math.floor((at - last) / 1000);
    if (seconds > 0) steps.push({ act: 'wait', seconds });
    last = last === null ? at : last + seconds * 1000;
    steps.push({ act: act === 'approve' && isRejection(event) ? 'reject' : act, ...partsOf(event), nodeId });
  }
  return steps.slice(0, mostSteps);
}

const isRejection = (event: FlowEvent): boolean => event.type === 'decide' && event.decision === 'rejected';

function partsOf(event: FlowEvent): Partial<SimulationStep> {
  return {
    ...(event.actorId ? { agentId: event.actorId } : {}),
    ...('answers' in event && event.answers && event.type !== 'automatic_finished' ? { answers: event.answers } : {}),
    ...('urgency' in event ? { urgency: event.urgency } : {}),
    ...('reason' in event && event.reason ? { reason: event.reason } : {}),
    ...(event.type === 'roll_back' && event.toNodeId ? { toNodeId: event.toNodeId } : {}),
    ...('toGroup' in event ? { toGroup: event.toGroup } : {}),
    ...('toAgentId' in event ? { toAgentId: event.toAgentId } : {}),
    ...(event.type === 'automatic_finished' ? { succeeded: event.succeeded } : {}),
  };
}
