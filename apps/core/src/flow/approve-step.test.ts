import { describe, expect, it } from 'vitest';
import type { ApprovalMode } from './flow-definition.ts';
import type { LookupRequest } from './lookup.ts';
import { begin, finish, smallFlow, TicketRun } from './testing/small-flow.ts';

const group = ['ana', 'bo', 'chen', 'dora'];

function look(request: LookupRequest): string[] {
  if (request.kind === 'agent') return request.agentId === 'gone' ? [] : [request.agentId];
  if (request.kind === 'role') return request.role === 'director' ? ['dora'] : ['chen', 'dora'];
  if (request.kind !== 'group') return [];
  return request.group === 'finance' ? ['bo', 'eva', 'fay'] : group;
}

function approval(mode: ApprovalMode): TicketRun {
  const version = smallFlow(
    {
      start: begin,
      ok: { kind: 'approve', assignee: { kind: 'group', group: 'board', strategy: 'claim' }, mode },
      no: { kind: 'end', outcome: 'cancelled' },
      end: finish,
    },
    'start>ok ok>end',
    [{ from: 'ok', to: 'no', outcome: 'rejected' }],
  );
  return new TicketRun(version, look);
}

const countersign = (run: TicketRun, actorId: string, toAgentId: string) =>
  run.send({ type: 'countersign', tokenId: run.at('ok').id, actorId, toAgentId });

describe('votes by weight', () => {
  // Ana and Bo count 1, Chen 2, Dora 5: nine in all.
  const weights = [
    { role: 'director', weight: 5 },
    { role: 'lead', weight: 2 },
  ];

  it('approve once they reach the sum, by the heaviest role of each', () => {
    const run = approval({ kind: 'by_weight', needed: 6, weights });
    run.decide('ok', 'dora');
    expect(run.state.status).toBe('in_progress');
    run.decide('ok', 'ana');
    expect(run.state.status).toBe('completed');
  });

  it('reject once the sum can be reached no more', () => {
    const run = approval({ kind: 'by_weight', needed: 6, weights });
    run.decide('ok', 'chen', false);
    expect(run.places).toEqual(['ok']);
    run.decide('ok', 'dora', false);
    expect(run.state.status).toBe('cancelled');
  });

  it('ask for no more than all of them weigh', () => {
    const run = approval({ kind: 'by_weight', needed: 1000, weights });
    for (const agentId of group) run.decide('ok', agentId);
    expect(run.state.status).toBe('completed');
  });
});

describe('a countersigner', () => {
  it.each<ApprovalMode>([{ kind: 'any' }, { kind: 'n_of_m', n: 1 }, { kind: 'by_weight', needed: 1, weights: [] }])(
    'has to approve beside what $kind asks for',
    (mode) => {
      const run = approval(mode);
      expect(countersign(run, 'ana', 'eva')).toBeNull();
      run.decide('ok', 'ana');
      expect(run.places).toEqual(['ok']);
      run.decide('ok', 'eva');
      expect(run.state.status).toBe('completed');
    },
  );

  it('rejects for all', () => {
    const run = approval({ kind: 'any' });
    countersign(run, 'ana', 'eva');
    run.decide('ok', 'eva', false);
    expect(run.state.status).toBe('cancelled');
  });

  it('comes right after who asked, where one is asked after another', () => {
    const run = approval({ kind: 'one_after_another' });
    expect(countersign(run, 'bo', 'eva')).toBe('not_your_turn');
    countersign(run, 'ana', 'eva');
    run.decide('ok', 'ana');
    expect(run.at('ok').assigneeId).toBe('eva');
    for (const agentId of ['eva', 'bo', 'chen']) expect(run.decide('ok', agentId)).toBeNull();
    expect(run.places).toEqual(['ok']);
    run.decide('ok', 'dora');
    expect(run.state.status).toBe('completed');
  });

  it('is asked once, works here, and is asked by an approver', () => {
    const run = approval({ kind: 'all' });
    expect(countersign(run, 'ana', 'bo')).toBe('asked_already');
    expect(countersign(run, 'ana', 'gone')).toBe('agent_not_available');
    expect(countersign(run, 'eva', 'fay')).toBe('not_a_candidate');
    run.decide('ok', 'ana');
    expect(countersign(run, 'ana', 'eva')).toBe('already_decided');
  });

  it('can be replaced by a colleague, who has to approve instead', () => {
    const run = approval({ kind: 'any' });
    countersign(run, 'ana', 'eva');
    run.send({ type: 'reassign', tokenId: run.at('ok').id, actorId: 'ana', fromAgentId: 'eva', toAgentId: 'fay' });
    run.decide('ok', 'ana');
    expect(run.places).toEqual(['ok']);
    run.decide('ok', 'fay');
    expect(run.state.status).toBe('completed');
  });

  it('can be replaced by a group: its members are asked in that place, as the mode says', () => {
    const run = approval({ kind: 'all' });
    run.send({ type: 'reassign', tokenId: run.at('ok').id, actorId: 'ana', fromAgentId: 'bo', toGroup: 'finance' });
    const { candidateIds } = run.at('ok');
    expect(candidateIds).toEqual(['ana', 'eva', 'fay', 'chen', 'dora']);
    for (const agentId of candidateIds.slice(0, -1)) run.decide('ok', agentId);
    expect(run.places).toEqual(['ok']);
    run.decide('ok', candidateIds.at(-1) ?? '');
    expect(run.state.status).toBe('completed');
  });
});
