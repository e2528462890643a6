import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../form/form-definition.ts';
import { checkFlow } from './check-flow.ts';
import type { FlowDefinition, FlowEdge, FlowNode } from '../flow-definition.ts';

const name = { en: 'Step', zh: '步骤' };
const creator = { kind: 'creator' as const };
const form: FormDefinition = {
  sections: [{ key: 'main', label: name, columns: 1, fields: [{ type: 'text', key: 'city', label: name }] }],
  rules: [],
};

const plain = (kind: 'start' | 'branch' | 'parallel_split' | 'parallel_join', id: string): FlowNode => ({
  kind,
  id,
  name,
});
const handle = (id: string): FlowNode => ({ kind: 'handle', id, name, assignee: creator });
const end: FlowNode = { kind: 'end', id: 'end', name, outcome: 'completed' };

/** `ways` such as `start>a` become edges. */
function codes(nodes: FlowNode[], ways: string, extra: FlowEdge[] = []): string[] {
  const edges = ways.split(' ').map((way): FlowEdge => {
    const [from = '', to = ''] = way.split('>');
    return { id: way.replace('>', '_'), from, to };
  });
  const flow: FlowDefinition = { fallbackGroup: 'all', nodes, edges: [...edges, ...extra] };
  return [...new Set(checkFlow(flow, form).map(({ code }) => code))];
}

describe('checkFlow names', () => {
  const start = plain('start', 'start');

  it.each<[string, FlowNode[], string, FlowEdge[]?]>([
    ['no_start', [handle('a'), end], 'a>end'],
    ['two_starts', [start, plain('start', 'again'), end], 'start>end again>end'],
    ['no_end', [start, handle('a')], 'start>a a>a'],
    ['duplicate', [start, handle('a'), handle('a'), end], 'start>a a>end'],
    ['unreachable', [start, handle('a'), end], 'start>end a>end'],
    ['never_ends', [start, handle('a'), handle('b'), end], 'start>a a>b b>a'],
    ['no_way_out', [start, handle('a'), end], 'start>a'],
    ['several_ways', [start, handle('a'), end], 'start>a a>end a>end'],
    ['unknown_node', [start, end], 'start>nowhere'],
    ['edge_into_start', [start, handle('a'), end], 'start>a a>start'],
    ['edge_out_of_end', [start, end], 'start>end end>start'],
    ['missing_condition', [start, plain('branch', 'b'), end], 'start>b b>end'],
    [
      'missing_default',
      [start, plain('branch', 'b'), end],
      'start>b',
      [{ id: 'x', from: 'b', to: 'end', when: { field: 'city', op: 'is_empty' } }],
    ],
    [
      'two_defaults',
      [start, plain('branch', 'b'), end],
      'start>b',
      [
        { id: 'x', from: 'b', to: 'end', isDefault: true },
        { id: 'y', from: 'b', to: 'end', isDefault: true },
      ],
    ],
    [
      'unknown_field',
      [start, plain('branch', 'b'), end],
      'start>b',
      [{ id: 'x', from: 'b', to: 'end', when: { field: 'town', op: 'is_empty' } }],
    ],
    [
      'condition_outside_branch',
      [start, handle('a'), end],
      'start>a',
      [{ id: 'x', from: 'a', to: 'end', when: { field: 'city', op: 'is_empty' } }],
    ],
    [
      'outcome_does_not_fit',
      [start, handle('a'), end],
      'start>a a>end',
      [{ id: 'x', from: 'a', to: 'end', outcome: 'rejected' }],
    ],
    ['split_of_one', [start, plain('parallel_split', 's'), plain('parallel_join', 'j'), end], 'start>s s>j j>end'],
    [
      'split_without_join',
      [start, plain('parallel_split', 's'), handle('a'), handle('b'), end],
      'start>s s>a s>b a>end b>end',
    ],
    [
      'end_inside_parallel',
      [start, plain('parallel_split', 's'), handle('a'), handle('b'), end],
      'start>s s>a s>b a>end b>end',
    ],
    ['join_without_split', [start, plain('parallel_join', 'j'), end], 'start>j j>end'],
    [
      'several_joins',
      [start, plain('parallel_split', 's'), plain('parallel_join', 'j'), plain('parallel_join', 'k'), end],
      'start>s s>j s>k j>end k>end',
    ],
    [
      'crosses_parallel',
      [start, plain('parallel_split', 's'), handle('a'), plain('parallel_join', 'j'), end],
      'start>s s>a s>j a>s j>end',
    ],
    [
      'field_does_not_fit',
      [start, { kind: 'handle', id: 'a', name, assignee: { kind: 'form_field', field: 'city' } }, end],
      'start>a a>end',
    ],
    [
      'rejection_has_no_way',
      [start, { kind: 'approve', id: 'a', name, assignee: creator, mode: { kind: 'any' }, rollbackTo: 'none' }, end],
      'start>a a>end',
    ],
    [
      'not_positive',
      [start, { kind: 'wait', id: 'w', name, waitFor: { kind: 'duration', seconds: 0, clock: 'elapsed' } }, end],
      'start>w w>end',
    ],
    [
      'nothing_to_decide',
      [
        start,
        {
          kind: 'handle',
          id: 'a',
          name,
          assignee: creator,
          timeLimit: { seconds: 9, clock: 'elapsed', then: 'approve' },
        },
        end,
      ],
      'start>a a>end',
    ],
  ])('%s', (code, nodes, ways, extra) => {
    expect(codes(nodes, ways, extra)).toContain(code);
  });

  it('endless_loop, and lets a circle with a person in it pass', () => {
    const notify: FlowNode = { kind: 'cc', id: 'c', name, to: [creator] };
    const ways = [
      { id: 'x', from: 'b', to: 'end', isDefault: true },
      { id: 'y', from: 'b', to: 'c', when: { field: 'city', op: 'is_empty' as const } },
    ];
    expect(codes([start, notify, plain('branch', 'b'), end], 'start>c c>b', ways)).toEqual(['endless_loop']);
    expect(codes([start, notify, handle('a'), plain('branch', 'b'), end], 'start>c c>a a>b', ways)).toEqual([]);
  });
});
