import fc from 'fast-check';
import type { FormDefinition } from '../../form/form-definition.ts';
import type { ApprovalMode, FlowDefinition, FlowEdge, FlowNode } from '../flow-definition.ts';
import type { FlowVersion } from '../flow-graph.ts';

/** A well-formed piece of a flow, with one way in and one way out. */
type Block =
  | { kind: 'step'; node: 'handle' | 'approve' | 'notify' | 'cc' | 'wait' | 'webhook' | 'sub_ticket'; variant: number }
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'choice'; blocks: Block[] }
  | { kind: 'parallel'; blocks: Block[] }
  | { kind: 'loop'; body: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('step' as const),
      node: fc.constantFrom('handle', 'approve', 'notify', 'cc', 'wait', 'webhook', 'sub_ticket'),
      variant: fc.nat(4),
    }),
    fc.record({
      kind: fc.constant('sequence' as const),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('choice' as const), blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('parallel' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('loop' as const), body: tie('block') }),
  ),
}));

const label = (text: string) => ({ en: text, zh: text });

export const form: FormDefinition = {
  sections: [
    { key: 'main', label: label('Main'), columns: 1, fields: [{ type: 'number', key: 'x', label: label('X') }] },
  ],
  rules: [],
};

class FlowBuilder {
  readonly nodes: FlowNode[] = [];
  readonly edges: FlowEdge[] = [];

  node(make: (id: string) => FlowNode): string {
    const id = `n${this.nodes.length}`;
    this.nodes.push(make(id));
    return id;
  }

  edge(from: string, to: string, more: Partial<FlowEdge> = {}): void {
    this.edges.push({ id: `e${this.edges.length}`, from, to, ...more });
  }

  /** Adds a block after `from` and answers with its last node; `more` goes on the edge that leads in. */
  add(tree: Block, from: string, more: Partial<FlowEdge> = {}): string {
    switch (tree.kind) {
      case 'step':
        return this.step(tree, from, more);
      case 'sequence':
        return tree.blocks.reduce((last, child, index) => this.add(child, last, index === 0 ? more : {}), from);
      case 'choice':
        return this.choice(tree.blocks, from, more);
      case 'parallel':
        return this.parallel(tree.blocks, from, more);
      case 'loop':
        return this.loop(tree.body, from, more);
    }
  }

  private step(tree: Extract<Block, { kind: 'step' }>, from: string, more: Partial<FlowEdge>): string {
    const id = this.node((own) => stepNode(own, tree.node, tree.variant));
    this.edge(from, id, more);
    return id;
  }

  private plain(
    kind: 'branch' | 'parallel_split' | 'parallel_join',
    from?: string,
    more: Partial<FlowEdge> = {},
  ): string {
    const id = this.node((own) => ({ kind, id: own, name: label(own) }));
    if (from) this.edge(from, id, more);
    return id;
  }

  private meet(): string {
    return this.node((own) => ({
      kind: 'notify',
      id: own,
      name: label(own),
      to: [{ kind: 'creator' }],
      message: label('met'),
    }));
  }

  private choice(blocks: Block[], from: string, more: Partial<FlowEdge>): string {
    const branch = this.plain('branch', from, more);
    const meet = this.meet();
    for (const [index, child] of blocks.entries()) {
      const way = index === 0 ? { isDefault: true } : { when: { field: 'x', op: 'equals' as const, value: index } };
      this.edge(this.add(child, branch, way), meet);
    }
    return meet;
  }

  private parallel(blocks: Block[], from: string, more: Partial<FlowEdge>): string {
    const split = this.plain('parallel_split', from, more);
    const join = this.plain('parallel_join');
    for (const child of blocks) this.edge(this.add(child, split), join);
    return join;
  }

  private loop(body: Block, from: string, more: Partial<FlowEdge>): string {
    const entry = this.node((own) => stepNode(own, 'handle', 0));
    this.edge(from, entry, more);
    const branch = this.plain('branch', this.add(body, entry));
    this.edge(branch, entry, { when: { field: 'x', op: 'gt', value: 5 } });
    const meet = this.meet();
    this.edge(branch, meet, { isDefault: true });
    return meet;
  }
}

const modes: ApprovalMode[] = [
  { kind: 'any' },
  { kind: 'all' },
  { kind: 'n_of_m', n: 2 },
  { kind: 'one_after_another' },
  { kind: 'by_weight', needed: 3, weights: [{ role: 'lead', weight: 2 }] },
];

function stepNode(id: string, kind: Extract<Block, { kind: 'step' }>['node'], variant: number): FlowNode {
  const base = { id, name: label(id) };
  const claim = { kind: 'group' as const, group: 'technical', strategy: 'claim' as const };
  switch (kind) {
    case 'handle':
      return {
        kind,
        ...base,
        assignee: variant < 2 ? claim : { kind: 'creator' },
        allowSuspend: true,
        rollbackTo: variant === 1 ? 'initiator' : 'previous',
      };
    case 'approve':
      return {
        kind,
        ...base,
        assignee: claim,
        mode: modes[variant % modes.length] ?? { kind: 'any' },
      };
    case 'notify':
      return { kind, ...base, to: [{ kind: 'creator' }], message: label('hello') };
    case 'cc':
      return { kind, ...base, to: [{ kind: 'role', role: 'manager' }] };
    case 'wait':
      return { kind, ...base, waitFor: { kind: 'duration', seconds: 60, clock: 'elapsed' } };
    case 'webhook':
      return { kind, ...base, url: 'https://example.com/hook', fields: ['x'] };
    case 'sub_ticket':
      return { kind, ...base, ticketType: 'repair', copyFields: {}, waitForEnd: variant > 1 };
  }
}

/** Random flows that `checkFlow` finds nothing wrong with. */
export const flowVersion: fc.Arbitrary<FlowVersion> = block.map((tree) => {
  const builder = new FlowBuilder();
  const start = builder.node((id) => ({ kind: 'start', id, name: label(id) }));
  const last = builder.add(tree, start);
  const end = builder.node((id) => ({ kind: 'end', id, name: label(id), outcome: 'completed' }));
  builder.edge(last, end);
  const flow: FlowDefinition = { fallbackGroup: 'technical', nodes: builder.nodes, edges: builder.edges };
  return { flow, form };
});
