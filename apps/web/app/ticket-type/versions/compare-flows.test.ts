import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import { expect, it } from 'vitest';
import { compareFlows } from './compare-flows.ts';

const said = (text: string) => ({ en: text, zh: text });
const flow: FlowDefinition = {
  fallbackGroup: 'desk',
  nodes: [
    { kind: 'start', id: 'start', name: said('Start') },
    { kind: 'handle', id: 'work', name: said('Work'), assignee: { kind: 'creator' } },
    { kind: 'end', id: 'end', name: said('End'), outcome: 'completed' },
  ],
  edges: [
    { id: 'a', from: 'start', to: 'work' },
    { id: 'b', from: 'work', to: 'end' },
  ],
};

it('marks nothing between a flow and itself', () => {
  expect(compareFlows(flow, flow)).toMatchObject({ nodes: {}, ways: {}, flow });
});

it('draws what either has, and marks what is different', () => {
  const after: FlowDefinition = {
    ...flow,
    nodes: [
      { kind: 'start', id: 'start', name: said('Begin') },
      { kind: 'handle', id: 'check', name: said('Check'), assignee: { kind: 'creator' } },
      { kind: 'end', id: 'end', name: said('End'), outcome: 'completed' },
    ],
    edges: [
      { id: 'a', from: 'start', to: 'check' },
      { id: 'c', from: 'check', to: 'end' },
    ],
  };
  const compared = compareFlows(flow, after);
  expect(compared.nodes).toEqual({ start: 'changed', check: 'added', work: 'removed' });
  expect(compared.ways).toEqual({ a: 'changed', c: 'added', b: 'removed' });
  expect(compared.flow.nodes.map(({ id }) => id)).toEqual(['start', 'check', 'end', 'work']);
});
