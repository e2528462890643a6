import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ticketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { advance, type Advanced } from './advance.ts';
import type { FlowEvent } from './flow-event.ts';
import { initialState, type FlowState } from './flow-state.ts';
import { lookupsFor, type LookupRequest } from './lookup.ts';
import { rollbackTargets } from './roll-back.ts';

const FOLDER = new URL('../../../../prisma/seed/ticket-types/', import.meta.url);
const read = (name: string) => ticketTypeDefinition.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
const repair = read('repair.json');
const order = read('sales-order.json');

const AT = '2026-05-06T01:00:00.000Z';
const PEOPLE: Record<string, string[]> = { technical: ['tom', 'tina'], warehouse: ['wei'], finance: ['fay', 'finn'] };

function answer(request: LookupRequest): string[] {
  if (request.kind === 'group') return PEOPLE[request.group] ?? ['fallback'];
  if (request.kind === 'agent') return request.agentId === 'gone' ? [] : [request.agentId];
  return request.kind === 'reporting_manager' ? ['mia'] : [];
}

type Sent = FlowEvent extends infer E ? (E extends FlowEvent ? Omit<E, 'at' | 'lookups'> : never) : never;

function send(version: typeof repair, state: FlowState, sent: Sent, look = answer): Advanced {
  const event: FlowEvent = { ...sent, at: AT, lookups: {} };
  const lookups = Object.fromEntries(lookupsFor(version, state, event).map((request) => [request.key, look(request)]));
  return advance(version, state, { ...event, lookups });
}

function must(advanced: Advanced): Extract<Advanced, { ok: true }> {
  if (!advanced.ok) throw new Error(advanced.refusal.code);
  return advanced;
}

function at(state: FlowState, nodeId: string) {
  const token = state.tokens.find((one) => one.nodeId === nodeId);
  if (!token) throw new Error(`nothing at ${nodeId}, but at ${state.tokens.map((one) => one.nodeId).join()}`);
  return token;
}

function act(
  version: typeof repair,
  state: FlowState,
  nodeId: string,
  actorId: string,
  answers: Record<string, string | number>,
): FlowState {
  const token = at(state, nodeId);
  const ready = token.acceptedAt
    ? state
    : must(send(version, state, { type: 'accept', tokenId: token.id, actorId })).state;
  return must(
    send(version, ready, { type: 'submit', tokenId: token.id, actorId, answers: { ...state.answers, ...answers } }),
  ).state;
}

const created = (version: typeof repair, answers = {}) =>
  must(send(version, initialState(), { type: 'create', actorId: 'cora', urgency: 'normal', answers }));

describe('a repair', () => {
  it('goes from customer service to a technician, and the first of two has it', () => {
    const { state, effects } = created(repair);
    expect(at(state, 'customer_service')).toMatchObject({ assigneeId: 'cora', acceptedAt: AT });
    expect(effects.map(({ type }) => type)).toEqual(['step_started', 'assign', 'set_status']);

    const offered = act(repair, state, 'customer_service', 'cora', {});
    const { id } = at(offered, 'diagnosis');
    const claimed = must(send(repair, offered, { type: 'claim', tokenId: id, actorId: 'tom' }));
    expect(claimed.effects).toContainEqual(expect.objectContaining({ type: 'first_response', agentId: 'tom' }));
    expect(send(repair, claimed.state, { type: 'claim', tokenId: id, actorId: 'tina' })).toMatchObject({
      ok: false,
      refusal: { code: 'already_claimed', agentId: 'tom' },
    });
    expect(send(repair, offered, { type: 'claim', tokenId: id, actorId: 'wei' })).toMatchObject({
      refusal: { code: 'not_a_candidate' },
    });
  });

  it('is solved remotely and called back, with the deciding values in the trace', () => {
    const offered = act(repair, created(repair).state, 'customer_service', 'cora', {});
    const { id } = at(offered, 'diagnosis');
    const claimed = must(send(repair, offered, { type: 'claim', tokenId: id, actorId: 'tom' })).state;
    const submitted = must(
      send(repair, claimed, { type: 'submit', tokenId: id, actorId: 'tom', answers: { diagnosis_result: 'remote' } }),
    );
    expect(submitted.trace).toContainEqual({
      nodeId: 'by_diagnosis',
      edgeId: 'by_diagnosis_to_call_back',
      why: 'default_taken',
      because: [
        { field: 'diagnosis_result', op: 'in', expected: ['on_site', 'needs_part'], actual: 'remote', holds: false },
      ],
    });
    expect(send(repair, submitted.state, { type: 'submit', tokenId: id, actorId: 'tom', answers: {} })).toMatchObject({
      refusal: { code: 'step_over' },
    });
    const done = act(repair, submitted.state, 'call_back', 'cora', { is_solved: 'yes' });
    expect(done).toMatchObject({ status: 'completed', tokens: [] });
    expect(send(repair, done, { type: 'cancel', actorId: 'cora', reason: 'late' })).toMatchObject({
      refusal: { code: 'finished' },
    });
  });

  it('asks the manager when it is dear and out of warranty, and goes back to the same technician when she says no', () => {
    const offered = act(repair, created(repair).state, 'customer_service', 'cora', {});
    const waiting = act(repair, offered, 'diagnosis', 'tom', {
      diagnosis_result: 'on_site',
      warranty: 'no',
      repair_cost: 60_000,
    });
    const token = at(waiting, 'cost_approval');
    expect(token.assigneeId).toBe('mia');
    expect(
      send(repair, waiting, { type: 'decide', tokenId: token.id, actorId: 'tom', decision: 'approved' }),
    ).toMatchObject({ refusal: { code: 'not_a_candidate' } });
    const back = must(
      send(repair, waiting, { type: 'decide', tokenId: token.id, actorId: 'mia', decision: 'rejected' }),
    ).state;
    expect(at(back, 'diagnosis')).toMatchObject({ assigneeId: 'tom', isReturned: true, acceptedAt: null });
    expect(back.status).toBe('returned');
    const approved = must(
      send(repair, waiting, { type: 'decide', tokenId: token.id, actorId: 'mia', decision: 'approved' }),
    ).state;
    expect(at(approved, 'visit_hangzhou').candidateGroup).toBe('field-hangzhou');
  });

  it('waits for the part until its day', () => {
    const offered = act(repair, created(repair).state, 'customer_service', 'cora', {});
    const ordered = act(repair, offered, 'diagnosis', 'tom', {
      diagnosis_result: 'needs_part',
      service_city: 'shanghai',
    });
    const waiting = act(repair, ordered, 'part_order', 'wei', { part_arrival: '2026-05-09' });
    const token = at(waiting, 'part_wait');
    const on = must(
      send(repair, waiting, { type: 'timer_fired', tokenId: token.id, actorId: null, purpose: 'wait' }),
    ).state;
    expect(at(on, 'visit_shanghai')).toBeDefined();
  });

  it('is rolled back, suspended and resumed only where its nodes allow it', () => {
    const offered = act(repair, created(repair).state, 'customer_service', 'cora', {});
    const { id } = at(offered, 'diagnosis');
    expect(send(repair, offered, { type: 'roll_back', tokenId: id, actorId: 'tom', reason: 'x' })).toMatchObject({
      refusal: { code: 'not_accepted' },
    });
    const claimed = must(send(repair, offered, { type: 'claim', tokenId: id, actorId: 'tom' })).state;
    const suspended = must(send(repair, claimed, { type: 'suspend', tokenId: id, actorId: 'tom', reason: 'part' }));
    expect(suspended.state.status).toBe('suspended');
    expect(suspended.effects.map(({ type }) => type)).toEqual(['pause_timer', 'set_status']);
    expect(send(repair, suspended.state, { type: 'submit', tokenId: id, actorId: 'tom', answers: {} })).toMatchObject({
      refusal: { code: 'suspended' },
    });
    const resumed = must(send(repair, suspended.state, { type: 'resume', tokenId: id, actorId: 'tom' })).state;
    expect(rollbackTargets(repair.flow, resumed, id).map(({ nodeId }) => nodeId)).toEqual(['customer_service']);
    const back = must(
      send(repair, resumed, { type: 'roll_back', tokenId: id, actorId: 'tom', reason: 'no model given' }),
    ).state;
    expect(at(back, 'customer_service')).toMatchObject({ assigneeId: 'cora', isReturned: true });
  });

  it('never gets stuck on an empty group: it is offered to the fallback group, and an admin is told if that is empty too', () => {
    const state = created(repair).state;
    const { id } = at(state, 'customer_service');
    const nobody = must(send(repair, state, { type: 'submit', tokenId: id, actorId: 'cora', answers: {} }, () => []));
    expect(nobody.effects).toContainEqual(expect.objectContaining({ type: 'unassigned', group: 'customer-service-1' }));
    const token = at(nobody.state, 'diagnosis');
    expect(
      send(repair, nobody.state, { type: 'reassign', tokenId: token.id, actorId: null, toAgentId: 'gone' }),
    ).toMatchObject({ refusal: { code: 'agent_not_available' } });
    const reassigned = must(
      send(repair, nobody.state, { type: 'reassign', tokenId: token.id, actorId: null, toAgentId: 'tom' }),
    ).state;
    expect(at(reassigned, 'diagnosis').assigneeId).toBe('tom');
  });

  it('can be given to a group, whose members may then claim it; not to one without any', () => {
    const state = act(repair, created(repair).state, 'customer_service', 'cora', {});
    const { id } = at(state, 'diagnosis');
    const taken = must(send(repair, state, { type: 'claim', tokenId: id, actorId: 'tom' })).state;
    const toGroup = (group: string, look = answer) =>
      send(repair, taken, { type: 'reassign', tokenId: id, actorId: 'tom', toGroup: group }, look);
    const given = must(toGroup('finance'));
    expect(at(given.state, 'diagnosis')).toMatchObject({
      ...{ assigneeId: null, acceptedAt: null, isFallback: false },
      ...{ candidateGroup: 'finance', candidateIds: ['fay', 'finn'] },
    });
    expect(given.state.status).toBe('pending');
    expect(given.effects).toContainEqual(expect.objectContaining({ type: 'offer', group: 'finance' }));
    expect(given.effects).toContainEqual(
      expect.objectContaining({ type: 'notify', purpose: 'offered', agentIds: ['fay', 'finn'] }),
    );
    const accept = (actorId: string) => send(repair, given.state, { type: 'accept', tokenId: id, actorId });
    expect(must(accept('finn')).state.tokens[0]).toMatchObject({ assigneeId: 'finn', acceptedAt: AT });
    expect(accept('tom')).toMatchObject({ refusal: { code: 'not_a_candidate' } });
    expect(toGroup('finance', (request) => (request.kind === 'group' ? [] : answer(request)))).toMatchObject({
      refusal: { code: 'group_is_empty', detail: 'finance' },
    });
  });

  it('refuses an event whose people were not looked up', () => {
    const state = created(repair).state;
    const { id } = at(state, 'customer_service');
    expect(
      advance(repair, state, { type: 'submit', at: AT, actorId: 'cora', tokenId: id, answers: {}, lookups: {} }),
    ).toMatchObject({
      refusal: { code: 'missing_lookup', detail: 'group:technical:claim' },
    });
  });
});

describe('a sales order', () => {
  it('runs two branches side by side, and a rollback out of one withdraws the other', () => {
    const { state } = created(order, { discount: 0 });
    expect(state.tokens.map(({ nodeId }) => nodeId)).toEqual(['picking', 'payment_check']);
    expect(at(state, 'payment_check').assigneeId).toBe('fay');

    const picked = act(order, state, 'picking', 'wei', { picked_on: '2026-05-06' });
    expect(picked.tokens.map(({ nodeId }) => nodeId)).toEqual(['payment_check']);
    const paid = act(order, picked, 'payment_check', 'fay', { received: 100 });
    expect(at(paid, 'shipping').assigneeId).toBe('wei');

    const { id } = at(state, 'picking');
    const claimed = must(send(order, state, { type: 'claim', tokenId: id, actorId: 'wei' })).state;
    const back = must(send(order, claimed, { type: 'roll_back', tokenId: id, actorId: 'wei', reason: 'out of stock' }));
    expect(back.state.tokens).toMatchObject([{ nodeId: 'start', assigneeId: 'cora' }]);
    expect(back.effects).toContainEqual(
      expect.objectContaining({ type: 'step_finished', nodeId: 'payment_check', outcome: 'withdrawn' }),
    );
    const again = act(order, { ...back.state }, 'start', 'cora', {});
    expect(again.tokens.map(({ nodeId }) => nodeId)).toEqual(['picking', 'payment_check']);
  });
});
