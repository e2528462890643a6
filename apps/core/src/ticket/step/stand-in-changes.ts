import { z } from 'zod';
import type { FlowState } from '../../flow/flow-state.ts';
import type { FieldChange } from '../append-event.ts';

/** What a history calls that somebody has a step for somebody who is away. */
const field = 'standIn';

/** Who stands in for whom because of an event: away from `from`, stood in for by `to`. */
export function standInChanges(before: FlowState, after: FlowState): FieldChange[] {
  return after.tokens.flatMap((token) => {
    const earlier = before.tokens.find(({ id }) => id === token.id)?.standIns ?? {};
    return Object.entries(token.standIns ?? {})
      .filter(([id, { agentId }]) => earlier[id]?.agentId !== agentId)
      .map(([id, { agentId, until }]) => ({ field, from: agentId, to: { agentId: id, until } }));
  });
}

const standInTo = z.object({ agentId: z.string(), until: z.string() });

/** Somebody who has a step for somebody who is away until then. */
export interface StandsIn {
  agentId: string;
  forAgentId: string;
  until: Date;
}

/** Who came to stand in for whom, as a line of a history says it. */
export function standInsIn(changes: readonly FieldChange[]): StandsIn[] {
  return changes.flatMap((change) => {
    const to = standInTo.safeParse(change.to);
    if (change.field !== field || typeof change.from !== 'string' || !to.success) return [];
    return [{ agentId: to.data.agentId, forAgentId: change.from, until: new Date(to.data.until) }];
  });
}
