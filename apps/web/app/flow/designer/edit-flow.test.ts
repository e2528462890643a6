import type { FlowDefinition, FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { checkFlow } from '@handoff/core/flow/check/check-flow';
import { expect, it } from 'vitest';
import {
  addAfter,
  addOnEdge,
  changeKind,
  changeNode,
  connect,
  forgetNode,
  moveWay,
  removeEdge,
  removeNode,
  setDefault,
  waysOf,
} from './edit-flow.ts';
import { newNode } from './new-node.ts';

const defaults = { ticketType: 'repair' };
const form = { sections: [], rules: [] };
const empty: FlowDefinition = { fallbackGroup: 'desk', nodes: [], edges: [] };
const flow: FlowDefinition = {
  fallbackGroup: 'desk',
  nodes: [
    newNode(empty, 'start', 'start', defaults),
    newNode(empty, 'handle', 'work', defaults),
    newNode(empty, 'end', 'end', defaults),
  ],
  edges: [
    { id: 'a', from: 'start', to: 'work' },
    { id: 'b', from: 'work', to: 'end' },
  ],
};
const branched = addAfter(flow, 'start', 'branch', defaults).flow;
const codes = (one: FlowDefinition) => checkFlow(one, form).map(({ code }) => code);
const dangling = ({ nodes, edges }: FlowDefinition) =>
  edges.filter(({ from, to }) => !nodes.some(({ id }) => id === from) || !nodes.some(({ id }) => id === to));
const places = (one: FlowDefinition) => one.edges.map(({ from, to }) => `${from}>${to}`);

const inner: FlowNodeKind[] = ['handle', 'approve', 'cc', 'notify', 'wait', 'branch', 'webhook', 'sub_ticket'];

it.each([...inner, 'parallel_split'] as const)('adds %s on the way out, so that the flow still works', (kind) => {
  const added = addAfter(flow, 'work', kind, defaults);
  expect(codes(added.flow)).toEqual([]);
  expect(added.flow.edges.find(({ id }) => id === 'b')).toMatchObject({ from: 'work', to: added.id });
});

it.each(inner)('gives back the flow when the added %s is removed', (kind) => {
  const { flow: grown, id } = addOnEdge(flow, 'a', kind, defaults);
  expect(removeNode(grown, id)).toEqual(flow);
});

it('never gives an id twice', () => {
  const two = addAfter(addAfter(flow, 'work', 'handle', defaults).flow, 'work', 'handle', defaults).flow;
  const one = removeNode(two, 'work');
  const three = addAfter(one, 'start', 'handle', defaults).flow;
  const ids = [...three.nodes, ...three.edges].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('gives a branch one more way with every node added after it', () => {
  const { flow: grown, id } = addAfter(branched, 'branch_4', 'handle', defaults);
  expect(waysOf(grown, 'branch_4').map(({ to, isDefault }) => [to, isDefault ?? false])).toEqual([
    [id, false],
    ['work', true],
  ]);
  expect(waysOf(grown, id).map(({ to }) => to)).toEqual(['work']);
  expect(codes(grown)).toEqual(['missing_condition']);
});

it('lets what is added after a split meet the other ways', () => {
  const split = addAfter(flow, 'start', 'parallel_split', defaults);
  const { flow: grown, id } = addAfter(split.flow, split.id, 'handle', defaults);
  expect(waysOf(grown, id).map(({ to }) => grown.nodes.find((node) => node.id === to)?.kind)).toEqual([
    'parallel_join',
  ]);
  expect(codes(grown)).toEqual([]);
});

it('moves the one way of a step and adds ways to a branch', () => {
  expect(places(connect(flow, 'start', 'end'))).toEqual(['start>end', 'work>end']);
  expect(places(connect(branched, 'branch_4', 'end'))).toHaveLength(4);
  expect(connect(flow, 'end', 'work')).toBe(flow);
  expect(connect(flow, 'work', 'start')).toBe(flow);
});

it('has one way for each outcome', () => {
  const approve = changeKind(flow, 'work', 'approve', defaults);
  const once = connect(approve, 'work', 'end', 'rejected');
  const twice = connect(once, 'work', 'work', 'rejected');
  expect(twice.edges).toHaveLength(3);
  expect(waysOf(twice, 'work').at(-1)).toMatchObject({ to: 'work', outcome: 'rejected' });
  expect(changeKind(twice, 'work', 'handle', defaults).edges).toHaveLength(2);
});

it('leaves no way without both ends, whatever is removed', () => {
  for (const { id } of branched.nodes) expect(dangling(removeNode(branched, id))).toEqual([]);
  expect(removeNode(flow, 'start')).toBe(flow);
  expect(places(removeNode(flow, 'work'))).toEqual(['start>end']);
  expect(places(removeNode(flow, 'end'))).toEqual(['start>work']);
  expect(places(removeEdge(flow, 'a'))).toEqual(['work>end']);
});

it('does not let a circle close on itself when its middle goes', () => {
  const { flow: grown, id } = addAfter(flow, 'work', 'handle', defaults);
  const circle = connect(grown, id, 'work');
  expect(places(removeNode(circle, id))).toEqual(['start>work']);
});

it('takes a removed node out of where others roll back to', () => {
  const { flow: grown, id } = addAfter(flow, 'work', 'handle', defaults);
  const node = grown.nodes.find((one) => one.id === id);
  if (node?.kind !== 'handle') throw new Error('the added node is no step');
  const back = changeNode(grown, { ...node, rollbackTo: ['work'] });
  expect(removeNode(back, 'work').nodes.find((one) => one.id === id)).not.toHaveProperty('rollbackTo');
});

it('turns ways into conditions and back with the kind of a node', () => {
  const branch = changeKind(flow, 'work', 'branch', defaults);
  expect(waysOf(branch, 'work')).toEqual([{ id: 'b', from: 'work', to: 'end', isDefault: true }]);
  expect(waysOf(changeKind(branch, 'work', 'wait', defaults), 'work')).toEqual([{ id: 'b', from: 'work', to: 'end' }]);
  expect(waysOf(changeKind(flow, 'work', 'end', defaults), 'work')).toEqual([]);
});

it('orders the ways of a branch and has one default', () => {
  const three = connect(connect(branched, 'branch_4', 'end'), 'branch_4', 'work');
  const [first, second, last] = waysOf(three, 'branch_4').map(({ id }) => id);
  const order = (one: FlowDefinition) => waysOf(one, 'branch_4').map(({ id }) => id);
  expect(order(moveWay(three, second ?? '', -1))).toEqual([second, first, last]);
  expect(moveWay(three, first ?? '', -1)).toBe(three);
  expect(moveWay(three, last ?? '', -1)).toBe(three);
  const chosen = setDefault(three, first ?? '');
  expect(order(chosen).at(-1)).toBe(first);
  expect(waysOf(chosen, 'branch_4').filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

it('takes what fields allow at a removed node out of the form', () => {
  const field = { key: 'fault', type: 'text', label: { en: 'Fault', zh: '故障' } } as const;
  const section = { key: 'main', label: field.label, columns: 1 };
  const form = {
    sections: [{ ...section, fields: [{ ...field, nodes: { work: 'hidden', '*': 'read_only' } as const }] }],
  };
  expect(forgetNode({ ...form, rules: [] }, 'work').sections[0]?.fields).toEqual([
    { ...field, nodes: { '*': 'read_only' } },
  ]);
});
