import type { FlowDefinition } from './flow-definition.ts';
import { nodeOf } from './flow-graph.ts';
import type { FlowState, Token, Visit } from './flow-state.ts';
import { returnTo } from './move-token.ts';
import { Refused } from './refusal.ts';
import { finishStep, type Run } from './run.ts';

/** Where a token may be rolled back to, the usual place first; the initiator where none of the named nodes was passed. */
export function rollbackTargets(flow: FlowDefinition, state: FlowState, tokenId: string): Visit[] {
  const token = state.tokens.find(({ id }) => id === tokenId);
  return token ? targetsOf(flow, token) : [];
}

/** Takes a token back to an earlier step, and with it every branch of a split that it thereby leaves. */
export function rollBackToken(
  run: Run,
  token: Token,
  toNodeId: string | undefined,
  outcome: 'rolled_back' | 'rejected',
): void {
  const targets = targetsOf(run.flow, token);
  const target = toNodeId === undefined ? targets[0] : targets.find((visit) => visit.nodeId === toNodeId);
  if (!target) throw new Refused('cannot_roll_back_there', { detail: toNodeId });
  const left = new Set(token.splits.slice(target.splits.length).map(({ instance }) => instance));
  finishStep(run, token, outcome);
  const siblings = run.state.tokens.filter((other) => other.splits.some(({ instance }) => left.has(instance)));
  for (const sibling of siblings) finishStep(run, sibling, 'withdrawn');
  for (const instance of [...left, ...siblings.flatMap(innerInstances(left))])
    Reflect.deleteProperty(run.state.joins, instance);
  const path = token.path.slice(0, token.path.indexOf(target));
  returnTo(run, target, path);
}

/** Splits inside the one that is left are left with it. */
function innerInstances(left: ReadonlySet<number>) {
  return ({ splits }: Token): number[] => {
    const outermost = splits.findIndex(({ instance }) => left.has(instance));
    return splits.slice(outermost).map(({ instance }) => instance);
  };
}

function targetsOf(flow: FlowDefinition, token: Token): Visit[] {
  const node = nodeOf(flow, token.nodeId);
  if (!node || !('assignee' in node)) return [];
  const allowed = node.rollbackTo ?? 'previous';
  const backwards = token.path.toReversed();
  if (allowed === 'none') return [];
  if (allowed === 'previous') return backwards.slice(0, 1);
  if (allowed === 'initiator') return token.path.slice(0, 1);
  const named = backwards.filter((visit) => allowed.includes(visit.nodeId));
  return named.length > 0 ? named : token.path.slice(0, 1);
}
