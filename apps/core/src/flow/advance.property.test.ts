import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from './advance.ts';
import { checkFlow } from './check/check-flow.ts';
import { flowVersion } from './testing/random-flow.ts';
import { createEvent, isWhole, mustAdvance, onwards, withLookups } from './testing/drive-flow.ts';
import type { FlowEvent } from './flow-event.ts';
import type { FlowVersion } from './flow-graph.ts';
import { initialState, isFinished, type FlowState } from './flow-state.ts';
import { foldEvents } from './fold-events.ts';
import { rollbackTargets } from './roll-back.ts';

interface Choice {
  token: number;
  act: 'on' | 'reject' | 'back' | 'suspend' | 'reassign' | 'countersign';
  x: number;
}

const choices = fc.array(
  fc.record({
    token: fc.nat(10),
    act: fc.constantFrom('on', 'on', 'on', 'reject', 'back', 'suspend', 'reassign', 'countersign'),
    x: fc.nat(7),
  }),
  { maxLength: 40 },
);

function eventOf(version: FlowVersion, state: FlowState, choice: Choice): FlowEvent | null {
  const token = state.tokens[choice.token % state.tokens.length];
  if (!token) return null;
  const base = { at: '2026-05-01T02:00:00.000Z', actorId: token.assigneeId, lookups: {}, tokenId: token.id };
  switch (choice.act) {
    case 'on':
      return onwards(version, token, choice.x);
    case 'reject':
      return onwards(version, token, choice.x, false);
    case 'suspend':
      return { type: 'suspend', ...base, reason: 'part on order' };
    case 'reassign':
      return { type: 'reassign', ...base, ...(choice.x % 2 === 0 ? { toAgentId: 'dan' } : { toGroup: 'second-line' }) };
    case 'countersign': {
      const actorId = token.assigneeId ?? token.candidateIds[choice.x % Math.max(1, token.candidateIds.length)] ?? null;
      return { type: 'countersign', ...base, actorId, toAgentId: choice.x > 3 ? 'dan' : 'eva' };
    }
    case 'back': {
      const target = rollbackTargets(version.flow, state, token.id).at(-1);
      return { type: 'roll_back', ...base, reason: 'wrong', toNodeId: target?.nodeId };
    }
  }
}

/** Plays choices as far as the interpreter allows them and answers with the accepted events. */
function play(
  version: FlowVersion,
  picks: readonly Choice[],
  see: (state: FlowState) => void,
): { events: FlowEvent[]; state: FlowState } {
  const first = withLookups(version, initialState(), createEvent());
  const events = [first];
  let state = mustAdvance(version, initialState(), first);
  see(state);
  for (const pick of picks) {
    const event = isFinished(state) ? null : eventOf(version, state, pick);
    if (!event) break;
    const complete = withLookups(version, state, event);
    const advanced = advance(version, state, complete);
    if (!advanced.ok) {
      expect(['broken_flow', 'missing_lookup']).not.toContain(advanced.refusal.code);
      continue;
    }
    state = advanced.state;
    events.push(complete);
    see(state);
  }
  return { events, state };
}

describe('any checked flow', () => {
  it('is found faultless by the check', () => {
    fc.assert(
      fc.property(flowVersion, (version) => {
        expect(checkFlow(version.flow, version.form)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('neither loses nor doubles a token', () => {
    fc.assert(
      fc.property(flowVersion, choices, (version, picks) => {
        play(version, picks, (state) => {
          expect(new Set(state.tokens.map(({ id }) => id)).size).toBe(state.tokens.length);
          if (isFinished(state)) expect(state.tokens).toEqual([]);
          else expect(isWhole(version, state)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has a way to an end from every state that is reached', () => {
    fc.assert(
      fc.property(flowVersion, choices, (version, picks) => {
        let { state } = play(version, picks, () => undefined);
        for (let step = 0; step < 5000 && !isFinished(state); step += 1) {
          const [token] = state.tokens;
          if (!token) throw new Error('a running ticket without a token');
          state = mustAdvance(version, state, withLookups(version, state, onwards(version, token, 0)));
        }
        expect(state.status).toBe('completed');
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer to the same input, and its events fold to its state', () => {
    fc.assert(
      fc.property(flowVersion, choices, (version, picks) => {
        const { events, state } = play(version, picks, () => undefined);
        const stored = JSON.parse(JSON.stringify(events)) as unknown as never;
        expect(foldEvents(version, stored)).toEqual({ ok: true, state });
        const last = events.at(-1);
        if (!last || events.length < 2) return;
        const before = foldEvents(version, events.slice(0, -1)).state;
        const frozen = structuredClone(before);
        expect(advance(version, before, last)).toEqual(advance(version, before, last));
        expect(before).toEqual(frozen);
      }),
      { numRuns: 200 },
    );
  });
});
