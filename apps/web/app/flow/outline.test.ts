import type { FlowDefinition } from '@handoff/core/flow/flow-definition';
import { expect, it } from 'vitest';
import { outlineFlow } from './outline.ts';

const name = (text: string) => ({ en: text, zh: text });
const flow: FlowDefinition = {
  fallbackGroup: 'desk',
  nodes: [
    { kind: 'end', id: 'end', name: name('End'), outcome: 'completed' },
    { kind: 'branch', id: 'what', name: name('What is needed?') },
    { kind: 'start', id: 'start', name: name('Start') },
    { kind: 'wait', id: 'part', name: name('Wait'), waitFor: { kind: 'duration', seconds: 60, clock: 'elapsed' } },
  ],
  edges: [
    { id: 'a', from: 'start', to: 'what' },
    { id: 'otherwise', from: 'what', to: 'end', isDefault: true },
    { id: 'needed', from: 'what', to: 'part', priority: 1 },
    { id: 'back', from: 'part', to: 'what' },
  ],
};

it('reads in the order in which a ticket meets the nodes, each once, the default way last', () => {
  const outline = outlineFlow(flow);
  expect(outline.map(({ node }) => node.id)).toEqual(['start', 'what', 'part', 'end']);
  expect(outline[1]?.ways.map(({ edge }) => edge.id)).toEqual(['needed', 'otherwise']);
});
