import { describe, expect, it } from 'vitest';
import { checkFlow } from './check/check-flow.ts';
import type { LookupRequest } from './lookup.ts';
import { begin, byCreator, finish, smallFlow, TicketRun } from './testing/small-flow.ts';

/*
 * The control-flow patterns of the Workflow Patterns Initiative, by their numbers there
 * (http://www.workflowpatterns.com/patterns/control/). docs/workflow-patterns.md says which are not supported, and why.
 */

const board = ['ana', 'bo', 'chen'];

function look(request: LookupRequest): string[] {
  if (request.kind === 'agent') return [request.agentId];
  return request.kind === 'group' || request.kind === 'role' ? board : [];
}

const offered = { kind: 'group', group: 'board', strategy: 'claim' } as const;
const split = { kind: 'parallel_split' } as const;
const join = { kind: 'parallel_join' } as const;
const branch = { kind: 'branch' } as const;
const over = (value: number) => ({ field: 'x', op: 'gt' as const, value });

const sequence = smallFlow({ start: begin, a: byCreator, b: byCreator, end: finish }, 'start>a a>b b>end');
const parallel = smallFlow(
  { start: begin, split, a: byCreator, b: byCreator, join, c: byCreator, end: finish },
  'start>split split>a split>b a>join b>join join>c c>end',
);
const choice = smallFlow(
  { start: begin, which: branch, a: byCreator, b: byCreator, c: byCreator, end: finish },
  'start>which a>c b>c c>end',
  [
    { from: 'which', to: 'a', when: over(5) },
    { from: 'which', to: 'b', isDefault: true },
  ],
);

describe('basic control flow', () => {
  it('1 sequence', () => {
    const run = new TicketRun(sequence, look);
    expect(run.places).toEqual(['a']);
    run.finish('a');
    expect(run.places).toEqual(['b']);
  });

  it('2 parallel split and 3 synchronization', () => {
    const run = new TicketRun(parallel, look);
    expect(run.places).toEqual(['a', 'b']);
    run.finish('b');
    expect(run.places).toEqual(['a']);
    run.finish('a');
    expect(run.places).toEqual(['c']);
  });

  it('4 exclusive choice and 5 simple merge', () => {
    for (const [x, way] of [
      [9, 'a'],
      [1, 'b'],
    ] as const) {
      const run = new TicketRun(choice, look, { x });
      expect(run.places).toEqual([way]);
      run.finish(way);
      expect(run.places).toEqual(['c']);
    }
  });
});

describe('advanced branching', () => {
  it('6 multi-choice and 7 structured synchronizing merge: a branch within each part of a split', () => {
    const version = smallFlow(
      { start: begin, split, large: branch, huge: branch, a: byCreator, b: byCreator, join, c: byCreator, end: finish },
      'start>split split>large split>huge a>join b>join join>c c>end',
      [
        { from: 'large', to: 'a', when: over(5) },
        { from: 'large', to: 'join', isDefault: true },
        { from: 'huge', to: 'b', when: over(50) },
        { from: 'huge', to: 'join', isDefault: true },
      ],
    );
    expect(new TicketRun(version, look, { x: 1 }).places).toEqual(['c']);
    expect(new TicketRun(version, look, { x: 9 }).places).toEqual(['a']);
    const both = new TicketRun(version, look, { x: 99 });
    expect(both.places).toEqual(['a', 'b']);
    both.finish('a');
    both.finish('b');
    expect(both.places).toEqual(['c']);
  });

  it('8 multi-merge is refused: two branches may not go on past their join', () => {
    const { flow, form } = parallel;
    const past = flow.edges.map((edge) => (edge.from === 'a' ? { ...edge, to: 'c' } : edge));
    expect(checkFlow({ ...flow, edges: past }, form).map(({ code }) => code)).toContain('crosses_parallel');
  });

  it('34 static partial join for multiple instances: so many of the approvers', () => {
    const version = smallFlow(
      { start: begin, ok: { kind: 'approve', assignee: offered, mode: { kind: 'n_of_m', n: 2 } }, end: finish },
      'start>ok ok>end',
    );
    const run = new TicketRun(version, look);
    run.decide('ok', 'ana');
    expect(run.places).toEqual(['ok']);
    run.decide('ok', 'chen');
    expect(run.state.status).toBe('completed');
  });
});

describe('iteration and termination', () => {
  it('10 arbitrary cycles: back and forth as often as people decide', () => {
    const version = smallFlow({ start: begin, a: byCreator, again: branch, end: finish }, 'start>a a>again', [
      { from: 'again', to: 'a', when: over(5) },
      { from: 'again', to: 'end', isDefault: true },
    ]);
    const run = new TicketRun(version, look);
    for (let round = 0; round < 5; round += 1) run.finish('a', { x: 9 });
    expect(run.places).toEqual(['a']);
    run.finish('a', { x: 1 });
    expect(run.state.status).toBe('completed');
  });

  it('22 recursion: a sub-ticket of the same type', () => {
    const again = { kind: 'sub_ticket', ticketType: 'repair', copyFields: {}, waitForEnd: true } as const;
    const run = new TicketRun(smallFlow({ start: begin, again, end: finish }, 'start>again again>end'), look);
    const effects = run.last?.ok ? run.last.effects : [];
    expect(effects).toContainEqual(expect.objectContaining({ type: 'create_sub_ticket', ticketType: 'repair' }));
    run.send({ type: 'automatic_finished', tokenId: run.at('again').id, actorId: null, succeeded: true });
    expect(run.state.status).toBe('completed');
  });

  it('43 explicit termination: an end that cancels takes the other branches with it', () => {
    const version = smallFlow(
      {
        start: begin,
        split,
        a: byCreator,
        hopeless: branch,
        no: { kind: 'end', outcome: 'cancelled' },
        b: byCreator,
        join,
        end: finish,
      },
      'start>split split>a split>b a>hopeless b>join join>end',
      [
        { from: 'hopeless', to: 'no', when: over(5) },
        { from: 'hopeless', to: 'join', isDefault: true },
      ],
    );
    const run = new TicketRun(version, look);
    run.finish('a', { x: 9 });
    expect(run.state).toMatchObject({ status: 'cancelled', tokens: [] });
  });
});

describe('multiple instances', () => {
  const everyone = smallFlow(
    { start: begin, ok: { kind: 'approve', assignee: offered, mode: { kind: 'all' } }, end: finish },
    'start>ok ok>end',
  );

  it('12 without synchronization: sub-tickets that nobody waits for', () => {
    const apart = { kind: 'sub_ticket', ticketType: 'visit', copyFields: {}, waitForEnd: false } as const;
    const run = new TicketRun(
      smallFlow({ start: begin, apart, a: byCreator, end: finish }, 'start>apart apart>a a>end'),
      look,
    );
    expect(run.places).toEqual(['a']);
  });

  it('13 and 14 as many as are known when it is designed, or when it comes to it: one vote an approver', () => {
    const run = new TicketRun(everyone, look);
    expect(run.at('ok').candidateIds).toEqual(board);
    for (const agentId of board) run.decide('ok', agentId);
    expect(run.state.status).toBe('completed');
  });

  it('15 and 36 more while it runs: a countersigner', () => {
    const run = new TicketRun(everyone, look);
    run.send({ type: 'countersign', tokenId: run.at('ok').id, actorId: 'ana', toAgentId: 'eva' });
    for (const agentId of board) run.decide('ok', agentId);
    expect(run.places).toEqual(['ok']);
    run.decide('ok', 'eva');
    expect(run.state.status).toBe('completed');
  });
});

describe('state, cancellation and triggers', () => {
  const timed = smallFlow(
    {
      start: begin,
      a: { kind: 'handle', assignee: offered, timeLimit: { seconds: 60, clock: 'elapsed', then: 'proceed' } },
      late: byCreator,
      end: finish,
    },
    'start>a a>end late>end',
    [{ from: 'a', to: 'late', outcome: 'timed_out' }],
  );
  const fire = (run: TicketRun) =>
    run.send({ type: 'timer_fired', tokenId: run.at('a').id, actorId: null, purpose: 'time_limit' });

  it('16 deferred choice: a person, or the time that runs out, whichever comes first', () => {
    const byPerson = new TicketRun(timed, look);
    const tokenId = byPerson.at('a').id;
    byPerson.finish('a');
    expect(byPerson.state.status).toBe('completed');
    expect(byPerson.send({ type: 'timer_fired', tokenId, actorId: null, purpose: 'time_limit' })).toBe('finished');
    const byTime = new TicketRun(timed, look);
    fire(byTime);
    expect(byTime.places).toEqual(['late']);
  });

  it('16 deferred choice: the first of several people to claim has it', () => {
    const run = new TicketRun(timed, look);
    const { id: tokenId } = run.at('a');
    expect(run.send({ type: 'claim', tokenId, actorId: 'bo' })).toBeNull();
    expect(run.send({ type: 'claim', tokenId, actorId: 'ana' })).toBe('already_claimed');
  });

  it('19 cancel task: a step whose time is up is taken from who had it', () => {
    const run = new TicketRun(timed, look);
    const { id: tokenId } = run.at('a');
    run.send({ type: 'claim', tokenId, actorId: 'bo' });
    fire(run);
    expect(run.send({ type: 'submit', tokenId, actorId: 'bo', answers: {} })).toBe('step_over');
  });

  it('20 cancel case', () => {
    const run = new TicketRun(parallel, look);
    run.send({ type: 'cancel', actorId: 'cora', reason: 'called off' });
    expect(run.state).toMatchObject({ status: 'cancelled', tokens: [] });
  });

  it('24 persistent trigger: a wait that ends whenever its time comes', () => {
    const pause = { kind: 'wait', waitFor: { kind: 'duration', seconds: 60, clock: 'elapsed' } } as const;
    const run = new TicketRun(
      smallFlow({ start: begin, pause, a: byCreator, end: finish }, 'start>pause pause>a a>end'),
      look,
    );
    expect(run.places).toEqual(['pause']);
    run.send({ type: 'timer_fired', tokenId: run.at('pause').id, actorId: null, purpose: 'wait' });
    expect(run.places).toEqual(['a']);
  });
});
