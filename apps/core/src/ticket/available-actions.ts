import type { NodeOf } from '../flow/flow-definition.ts';
import { nodeOf, type FlowVersion } from '../flow/flow-graph.ts';
import { isFinished, type FlowState, type Token } from '../flow/flow-state.ts';
import { rollbackTargets } from '../flow/roll-back.ts';

export const ticketActions = [
  'accept',
  'submit',
  'decide',
  'countersign',
  'roll_back',
  'reassign',
  'suspend',
  'resume',
  'cancel',
  'change_urgency',
  'comment',
  'supplement',
  'create_sub_ticket',
] as const;
export type TicketAction = (typeof ticketActions)[number];

/** Who looks at the ticket, as far as it decides what they may do. */
export interface Onlooker {
  agentId: string | null;
  mayManage: boolean;
}

/** Who looks at the ticket as a whole. */
export interface TicketOnlooker extends Onlooker {
  mayCreate: boolean;
}

const isOffered = (token: Token, agentId: string): boolean => token.candidateIds.includes(agentId);

/** Whether this person's approval is asked for now. */
function isDue({ mode }: NodeOf<'approve'>, token: Token, agentId: string): boolean {
  if (token.votes.some((vote) => vote.agentId === agentId)) return false;
  if (token.assigneeId === agentId) return true;
  return isOffered(token, agentId) && (token.isFallback || mode.kind !== 'one_after_another');
}

/** What the onlooker may do at one step now. The use-cases check it again. */
export function actionsAtStep(
  version: FlowVersion,
  state: FlowState,
  token: Token,
  onlooker: Onlooker,
): TicketAction[] {
  const node = nodeOf(version.flow, token.nodeId);
  if (!node || !('assignee' in node) || isFinished(state) || !onlooker.agentId) return [];
  const isMine = token.assigneeId === onlooker.agentId;
  const actions: TicketAction[] = [];
  if (token.suspendedAt !== null) return isMine || onlooker.mayManage ? ['resume'] : [];
  if (node.kind === 'approve') {
    if (isDue(node, token, onlooker.agentId))
      actions.push('decide', ...(token.isFallback ? [] : ['countersign' as const]));
  } else if (token.acceptedAt === null) {
    if (isMine || (token.assigneeId === null && isOffered(token, onlooker.agentId))) actions.push('accept');
  } else if (isMine) {
    actions.push('submit');
  }
  if (isMine && token.acceptedAt !== null && rollbackTargets(version.flow, state, token.id).length > 0)
    actions.push('roll_back');
  if (isMine || onlooker.mayManage) {
    actions.push('reassign');
    if (node.allowSuspend) actions.push('suspend');
  }
  return actions;
}

/** What the onlooker may do with the ticket as a whole. */
export function actionsOnTicket(state: FlowState, onlooker: TicketOnlooker): TicketAction[] {
  if (state.status === 'draft' || !onlooker.agentId) return [];
  const always: TicketAction[] = onlooker.mayCreate ? ['create_sub_ticket'] : [];
  if (isFinished(state)) return ['supplement', ...always];
  const isMine = state.tokens.some((token) => token.assigneeId === onlooker.agentId);
  const actions: TicketAction[] = ['comment'];
  if (isMine || onlooker.mayManage) actions.push('change_urgency');
  if (onlooker.mayManage) actions.push('cancel');
  return [...actions, ...always];
}
