import { advance, type Advanced } from './advance.ts';
import type { FlowEvent } from './flow-event.ts';
import type { FlowVersion } from './flow-graph.ts';
import { initialState, type FlowState } from './flow-state.ts';
import type { Refusal } from './refusal.ts';

export type Folded = { ok: true; state: FlowState } | { ok: false; state: FlowState; index: number; refusal: Refusal };

/** The state that a ticket's events add up to; stops at the first event that the version refuses and says which. */
export function foldEvents(version: FlowVersion, events: readonly FlowEvent[]): Folded {
  let state = initialState();
  for (const [index, event] of events.entries()) {
    const advanced: Advanced = advance(version, state, event);
    if (!advanced.ok) return { ok: false, state, index, refusal: advanced.refusal };
    state = advanced.state;
  }
  return { ok: true, state };
}
