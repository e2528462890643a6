import { beforeAll, describe, expect, it } from 'vitest';
import {
  faultAnswers,
  finishStep,
  presentStep,
  readTicket,
  remoteDiagnosis,
  solved,
  typeIdOf,
} from '../support/demo-ticket.ts';
import { Follower } from '../support/follow.ts';
import { agentIds, asPerson, withToken, type Integrator } from '../support/integrator.ts';
import { simulatorChannel } from '../support/simulator.ts';
import { unusedNumber } from '../support/phone-number.ts';

interface Change {
  eventId: string;
  kind: string;
  ticket: { number: string } | null;
}

const ticketEvents = `subscription ($after: String) {
  ticketEvents(after: $after) { eventId kind ticket { number } }
}`;
const callEvents = `subscription { callEvents { eventId kind call { id status customer { id } } } }`;

let admin: Integrator;
let liNa: Integrator;
let liuYang: Integrator;
let guoTao: Integrator;
let songJia: Integrator;
let zhouMin: Integrator;
let ids: Map<string, string>;

const idOf = (login: string): string => {
  const id = ids.get(login);
  if (!id) throw new Error(`no agent ${login}`);
  return id;
};

beforeAll(async () => {
  const person = await asPerson('admin');
  ids = await agentIds(person);
  admin = await withToken(person, idOf('admin'));
  liNa = await withToken(person, idOf('li.na'));
  liuYang = await withToken(person, idOf('liu.yang'));
  guoTao = await withToken(person, idOf('guo.tao'));
  songJia = await withToken(person, idOf('song.jia'));
  zhouMin = await withToken(person, idOf('zhou.min'));
});

describe('an integrator with a token', () => {
  const number = unusedNumber();
  let callId = '';
  let customerId = '';
  let ticketNumber = '';
  let beforeTicket = '';
  let ofLiNa: Follower<Change>;
  let ofSongJia: Follower<Change>;

  it('rings, is told of the call, and answers it', async () => {
    const calls = await Follower.start<{ kind: string; call: { id: string; status: string; customer: null } }>(
      liNa,
      callEvents,
    );
    await liNa.act('setPresence', { state: 'READY' }, 'presence { state }');
    await admin.act(
      'runPluginAction',
      { channelId: await simulatorChannel(admin), action: 'ringIn', input: { customerNumber: number, agent: 'li.na' } },
      'runId',
    );
    const ringing = await calls.next(({ kind }) => kind === 'ringing');
    expect(ringing.call).toMatchObject({ status: 'RINGING', customer: null });
    callId = ringing.call.id;
    await liNa.act('answerCall', { callId }, 'call { id }');
    const answered = await calls.next(({ kind }) => kind === 'answered');
    expect(answered.call).toMatchObject({ id: callId, status: 'IN_CALL' });
    calls.stop();
  });

  it('makes the unknown caller a customer, whom the call is then with', async () => {
    const input = { name: '端到端 End To End', phones: [{ number, label: 'mobile' }] };
    const made = await liNa.act<{ customer: { id: string } }>('createCustomer', input, 'customer { id }');
    customerId = made.customer.id;
    const linked = await liNa.act<{ call: { customer: { id: string } } }>(
      'linkCallCustomer',
      { callId, customerId },
      'call { customer { id } }',
    );
    expect(linked.call.customer.id).toBe(customerId);
  });

  it('opens a ticket once, however often the mutation with the same key is sent', async () => {
    ofLiNa = await Follower.start<Change>(liNa, ticketEvents);
    ofSongJia = await Follower.start<Change>(songJia, ticketEvents);
    const input = {
      typeId: await typeIdOf(liNa, 'repair'),
      title: '空调显示 E4 Air conditioner shows E4',
      urgency: 'URGENT',
      callId,
      customerId,
      answers: { ...faultAnswers, contact_phone: number },
    };
    const key = { 'idempotency-key': `e2e-${number}` };
    const create = () => liNa.act<{ ticket: { number: string } }>('createTicket', input, 'ticket { number }', key);
    const [first, second] = await Promise.all([create(), create()]);
    const third = await create();
    ticketNumber = first.ticket.number;
    expect([second.ticket.number, third.ticket.number]).toEqual([ticketNumber, ticketNumber]);
    const { tickets } = await liNa.query<{ tickets: { edges: unknown[] } }>(
      'query ($customer: ID!) { tickets(first: 10, filter: { customer: { eq: $customer } }) { edges { node { id } } } }',
      { customer: customerId },
    );
    expect(tickets.edges).toHaveLength(1);
    const other = await liNa.attempt('createTicket', { ...input, title: 'Something else' }, 'ticket { id }', key);
    expect(other).toMatchObject({ __typename: 'ConflictError', code: 'idempotency_key_reused' });
    const created = await ofLiNa.next(({ kind, ticket }) => kind === 'created' && ticket?.number === ticketNumber);
    beforeTicket = created.eventId;
  });

  it('hangs up and finishes wrapping up', async () => {
    const calls = await Follower.start<{ kind: string; call: { id: string } }>(liNa, callEvents);
    await liNa.act('hangUpCall', { callId }, 'call { id }');
    await calls.next(({ kind, call }) => kind === 'ended' && call.id === callId);
    calls.stop();
    await liNa.act('finishWrapUp', { callId, disposition: 'solved' }, 'call { id disposition }');
    const { presence } = await liNa.query<{ presence: { state: string } }>('{ presence { state } }');
    expect(presence.state).toBe('READY');
  });

  it('starts the clocks of its urgency', async () => {
    const ticket = await readTicket(liNa, ticketNumber);
    expect(ticket?.clocks.map(({ kind, status }) => [kind, status])).toEqual(
      expect.arrayContaining([
        ['FIRST_RESPONSE', 'running'],
        ['COMPLETION', 'running'],
      ]),
    );
  });

  it('gives the claim to one of two technicians and tells the other who has it', async () => {
    await finishStep(liNa, ticketNumber, {});
    const { ticketId, stepId } = await presentStep(liuYang, ticketNumber);
    const claim = (technician: Integrator) => technician.attempt('acceptStep', { ticketId, stepId }, 'ticket { id }');
    const outcomes = await Promise.all([claim(liuYang), claim(guoTao)]);
    const lost = outcomes.filter(({ __typename }) => __typename === 'ConflictError');
    expect(outcomes.filter(({ __typename }) => __typename === 'AcceptStepSuccess')).toHaveLength(1);
    expect(lost).toHaveLength(1);
    const winner = outcomes[0]?.__typename === 'AcceptStepSuccess' ? '刘洋 Liu Yang' : '郭涛 Guo Tao';
    expect(lost[0]).toMatchObject({ code: 'already_claimed', current: { agentName: winner } });
    expect(lost[0]?.message).toContain(winner);
  });

  it('sends it back with a reason, comments, reassigns, and takes it to its end', async () => {
    const { ticketId, stepId, assignee } = await presentStep(liNa, ticketNumber);
    const [winner, other] = assignee?.loginName === 'liu.yang' ? [liuYang, 'guo.tao'] : [guoTao, 'liu.yang'];
    await winner.act('rollBackStep', { ticketId, stepId, reason: '请确认型号 Which model is it?' }, 'ticket { id }');
    const returned = await presentStep(liNa, ticketNumber);
    expect(returned).toMatchObject({ nodeId: 'customer_service', assignee: { loginName: 'li.na' } });
    await liNa.act('commentTicket', { ticketId, body: 'KFR-35GW' }, 'ticket { id }');
    await finishStep(liNa, ticketNumber, { appliance_model: 'KFR-35GW' });
    const again = await presentStep(winner, ticketNumber);
    if (again.actions.includes('ACCEPT'))
      await winner.act('acceptStep', { ticketId, stepId: again.stepId }, 'ticket { id }');
    const toAgentId = idOf(other);
    await winner.act(
      'reassignStep',
      { ticketId, stepId: again.stepId, toAgentId, reason: '休假 Leave' },
      'ticket { id }',
    );
    await finishStep(other === 'guo.tao' ? guoTao : liuYang, ticketNumber, remoteDiagnosis);
    await finishStep(liNa, ticketNumber, solved);
    expect(await readTicket(liNa, ticketNumber)).toMatchObject({ status: 'COMPLETED' });
  });

  it('finds every act in the history, numbered without a gap', async () => {
    const history = (await readTicket(liNa, ticketNumber))?.history ?? [];
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, index) => index + 1));
    const told = history.map(({ kind, actor, body }) => [kind, actor?.loginName ?? null, body]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['created', 'li.na', null],
        ['rolled_back', expect.stringMatching(/^(liu.yang|guo.tao)$/), '请确认型号 Which model is it?'],
        ['commented', 'li.na', 'KFR-35GW'],
        ['reassigned', expect.stringMatching(/^(liu.yang|guo.tao)$/), '休假 Leave'],
        ['submitted', 'li.na', null],
      ]),
    );
  });

  it('was told of it all, and is told again from the event that it names', async () => {
    await ofLiNa.next(({ kind }) => kind === 'completed' || kind === 'submitted');
    const resumed = await Follower.start<Change>(liNa, ticketEvents, { after: beforeTicket });
    const history = (await readTicket(liNa, ticketNumber))?.history ?? [];
    const wanted = history.slice(1).map(({ kind }) => kind);
    const replayed = () => resumed.items.flatMap(({ kind, ticket }) => (ticket?.number === ticketNumber ? [kind] : []));
    await expect.poll(replayed, { timeout: 10_000 }).toEqual(wanted);
    resumed.stop();
  });

  it('shows the manager the ticket, and nothing of it to an agent of another department', async () => {
    const ticket = await readTicket(zhouMin, ticketNumber);
    expect(ticket?.number).toBe(ticketNumber);
    const query = `query ($number: String!, $id: ID!) {
      ticket(number: $number) { id }
      node(id: $id) { id }
      tickets(first: 10, filter: { search: $number }) { edges { node { id } } }
    }`;
    const seen = await songJia.query(query, { number: ticketNumber, id: ticket?.id });
    expect(seen).toEqual({ ticket: null, node: null, tickets: { edges: [] } });
    const outcome = await songJia.attempt(
      'commentTicket',
      { ticketId: ticket?.id, body: 'I should not be here' },
      'ticket { id }',
    );
    expect(outcome.__typename).toBe('NotFoundError');
    expect(ofSongJia.items.filter((change) => change.ticket?.number === ticketNumber)).toEqual([]);
    expect(ofLiNa.items.filter((change) => change.ticket?.number === ticketNumber).length).toBeGreaterThan(5);
    ofLiNa.stop();
    ofSongJia.stop();
  });
});
