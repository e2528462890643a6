import { readFileSync } from 'node:fs';
import { checkDefinition } from '@handoff/core/ticket-type/check-definition';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { describe, expect, it } from 'vitest';
import { addAfter, waysOf } from '../edit-flow.ts';
import { nodesClip, readFlowClip } from './flow-clip.ts';
import { mayMoveTo, moveAlong, moveTo, removeNodes } from './move-nodes.ts';
import { newNode } from '../new-node.ts';
import { pasteFlowClip } from './paste-flow-clip.ts';

const read = (file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../../../prisma/seed/ticket-types/${file}.json`, import.meta.url), 'utf8'),
  ) as TicketTypeDefinition;
const repair = read('repair');
const defaults = { ticketType: 'repair' };

/** start → a → b → c → end */
function line(): TicketTypeDefinition['flow'] {
  const empty = { fallbackGroup: 'desk', nodes: [], edges: [] };
  const ids = ['start', 'a', 'b', 'c', 'end'] as const;
  const kindOf = (id: string) => (id === 'start' || id === 'end' ? id : 'handle');
  return {
    fallbackGroup: 'desk',
    nodes: ids.map((id) => newNode(empty, kindOf(id), id, defaults)),
    edges: ids.slice(1).map((to, at) => ({ id: `w${at}`, from: ids[at] ?? '', to })),
  };
}

function order(flow: TicketTypeDefinition['flow']): string {
  const met = ['start'];
  for (let way = waysOf(flow, 'start').at(-1); way && met.length < 20; way = waysOf(flow, way.to).at(-1))
    met.push(way.to);
  return met.join(' ');
}

describe('nodes that are moved', () => {
  it('go into a way, alone or together, and leave no gap', () => {
    expect(order(moveTo(line(), ['a'], 'w3'))).toBe('start b c a end');
    expect(order(moveTo(line(), ['a', 'b'], 'w3'))).toBe('start c a b end');
    expect(order(moveTo(line(), ['c'], 'w0'))).toBe('start c a b end');
  });

  it('keep their order when they are apart from each other', () => {
    expect(order(moveTo(line(), ['c', 'a'], 'w3'))).toBe('start a b c end');
    const longer = addAfter(line(), 'c', 'handle', defaults);
    const last = longer.flow.edges.find(({ from }) => from === longer.id)?.id ?? '';
    expect(order(moveTo(longer.flow, ['c', 'a'], last))).toBe(`start b ${longer.id} a c end`);
    expect(order(moveTo(longer.flow, ['a', longer.id], 'w2'))).toBe(`start b a ${longer.id} c end`);
  });

  it('go together when ways lead into the middle of them, but not with two beginnings', () => {
    const { flow, id } = addAfter(line(), 'start', 'branch', defaults);
    const into = (to: string) => ({ ...flow, edges: [...flow.edges, { id: 'side', from: id, to, priority: 1 }] });
    const moved = moveTo(into('b'), ['a', 'b'], 'w3');
    expect(order(moved)).toBe(`start ${id} c a b end`);
    expect(moved.edges).toContainEqual(expect.objectContaining({ id: 'side', from: id, to: 'c' }));
    const forked = into('b');
    const joined = { ...forked, edges: forked.edges.map((edge) => (edge.from === 'a' ? { ...edge, to: 'c' } : edge)) };
    expect(mayMoveTo(joined, ['a', 'b', 'c'], 'w0')).toBe(false);
  });

  it('go one place on or back', () => {
    expect(order(moveAlong(line(), 'a', 1))).toBe('start b a c end');
    expect(order(moveAlong(line(), 'b', -1))).toBe('start b a c end');
    expect(order(moveAlong(line(), 'a', -1))).toBe('start a b c end');
    expect(order(moveAlong(line(), 'c', 1))).toBe('start a b c end');
  });

  it('stay where it makes no sense: start and end, and their own ways', () => {
    expect(mayMoveTo(line(), ['start'], 'w2')).toBe(false);
    expect(mayMoveTo(line(), ['end'], 'w0')).toBe(false);
    expect(mayMoveTo(line(), ['a'], 'w1')).toBe(false);
  });

  it('keep the other ways of a branch', () => {
    const { flow, id } = addAfter(line(), 'a', 'branch', defaults);
    const forked = { ...flow, edges: [...flow.edges, { id: 'side', from: id, to: 'c', priority: 1 }] };
    const moved = moveTo(forked, [id], 'w3');
    expect(order(moved)).toBe(`start a b c ${id} end`);
    expect(moved.edges).toContainEqual(expect.objectContaining({ id: 'side', from: id, to: 'c' }));
  });

  it('leave together when they are removed', () => {
    expect(order(removeNodes(line(), ['a', 'c']))).toBe('start b end');
  });
});

describe('nodes that are copied', () => {
  const clipOf = (definition: Pick<TicketTypeDefinition, 'form' | 'flow'>, ids: string[]) => {
    const copied = readFlowClip(JSON.stringify(nodesClip(definition, ids)));
    if (!copied.ok) throw new Error(copied.why);
    return copied.clip;
  };

  it('are put into a way with the ways between them', () => {
    const parts = { form: repair.form, flow: line() };
    const pasted = pasteFlowClip(parts, clipOf(parts, ['a', 'b']), { way: 'w3' });
    expect(pasted && order(pasted.flow)).toBe('start a b c a_6 b_7 end');
    const behind = pasteFlowClip(parts, clipOf(parts, ['a', 'b']), { node: 'a' });
    expect(behind && order(behind.flow)).toBe('start a a_6 b_7 b c end');
  });

  it('of a whole real flow fit into the same type again, with their rights over fields', () => {
    const ids = repair.flow.nodes.flatMap(({ id, kind }) => (kind === 'end' ? [] : [id]));
    const pasted = pasteFlowClip(repair, clipOf(repair, ids), { way: repair.flow.edges[0]?.id ?? '' });
    if (!pasted) throw new Error('too much');
    expect(pasted.ids).toHaveLength(ids.length - 1);
    expect(checkDefinition({ ...repair, flow: pasted.flow, form: pasted.form })).toEqual([]);
    const rights = (form: TicketTypeDefinition['form'], node = '') =>
      form.sections.flatMap(({ fields }) => fields.map((field) => field.nodes?.[node]));
    const first = nodesClip(repair, ids)?.nodes[0]?.id;
    expect(rights(pasted.form, pasted.ids[0])).toEqual(rights(repair.form, first));
  });

  it('never trust the clipboard', () => {
    expect(readFlowClip('hello')).toMatchObject({ ok: false, why: 'foreign' });
    expect(readFlowClip(JSON.stringify({ handoff: 'form-part' }))).toMatchObject({ ok: false, why: 'other' });
    expect(readFlowClip(JSON.stringify({ handoff: 'flow-part', nodes: [{ kind: 'handle' }] }))).toMatchObject({
      ok: false,
      why: 'broken',
    });
  });
});
