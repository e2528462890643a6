import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMacro } from '../../automation/macro/write-macro.ts';
import { runMacro } from '../../automation/macro/run-macro.ts';
import { openTriggerDesk } from '../../automation/trigger/testing/trigger-desk.ts';
import { foldEvents } from '../../flow/fold-events.ts';
import type { FlowEvent } from '../../flow/flow-event.ts';
import { toGlobalId } from '../../graphql/global-id.ts';
import { schema } from '../../graphql/schema.ts';
import { createJob } from '../../job/create-job.ts';
import { runJob } from '../../job/run-job.ts';
import { undoJob } from '../../job/undo-job.ts';
import { actingAs } from '../../identity/testing/write-people.ts';
import { newId } from '../../platform/id.ts';
import { forgetKept } from '../../platform/keep-for-a-moment.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import { createTicket } from '../create-ticket.ts';
import { stateOf } from '../ticket.graphql.ts';
import { acceptStep } from './accept-step.ts';
import { reassignStep } from './reassign-step.ts';

type Desk = Awaited<ReturnType<typeof openTriggerDesk>>;
type Hired = Desk['agent'];

let desk: Desk;
let member: Hired;
let leader: Hired;
let groupId: string;
beforeAll(async () => {
  desk = await openTriggerDesk();
  const { database } = desk.test;
  member = await desk.desk.hire({ 'ticket.read': 'self' });
  leader = await desk.desk.hire({ 'ticket.read': 'all', 'ticket.manage': 'all', 'macro.share': 'all' });
  const group = await database.selectFrom('serviceGroup').select('id').executeTakeFirstOrThrow();
  groupId = group.id;
  const { agentId } = member.actor;
  await database.insertInto('serviceGroupMember').values({ groupId, agentId }).execute();
  const known = await actingAs(database, agentId);
  member = { ...known, actor: { ...known.actor, agentId } };
});
afterAll(() => desk.drop());

const stepOf = async (ticketId: string): Promise<string> => stateOf(await desk.stateOf(ticketId)).tokens[0]?.id ?? '';

/** It waits to be claimed by the group, and its history adds up to that. */
async function expectOffered(ticketId: string): Promise<void> {
  const ticket = await desk.stateOf(ticketId);
  expect(ticket).toMatchObject({ handlerId: null, groupId, status: 'pending' });
  const events = await desk.test.database
    .selectFrom('ticketEvent')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .orderBy('sequence')
    .execute();
  expect(events.at(-1)).toMatchObject({ kind: 'reassigned' });
  expect(events.at(-1)?.changes).toContainEqual({ field: 'group', from: null, to: 'Desk' });
  const { definition } = await loadVersion(desk.desk.system, ticket.versionId);
  const inputs = events.flatMap(({ input }) => (input ? [input as FlowEvent] : []));
  expect(foldEvents(definition, inputs)).toMatchObject({ ok: true, state: ticket.flowState });
}

describe('a step that is given to a group', () => {
  it('waits for its members, who are told and may accept it; its clocks run on', async () => {
    const ticketId = await desk.ticket();
    const before = await desk.test.database
      .selectFrom('slaClock')
      .selectAll()
      .where('ticketId', '=', ticketId)
      .execute();
    await reassignStep(desk.fresh(desk.agent), { ticketId, stepId: await stepOf(ticketId), toGroupId: groupId });
    await expectOffered(ticketId);
    const notices = await desk.test.database
      .selectFrom('outbox')
      .select('payload')
      .where('key', 'like', `${ticketId}:%`)
      .execute();
    expect(notices.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ kind: 'ticket.offered', agentIds: [member.actor.agentId] }),
    );
    const after = await desk.test.database
      .selectFrom('slaClock')
      .selectAll()
      .where('ticketId', '=', ticketId)
      .execute();
    expect(after.map(({ key, status, dueAt }) => [key, status, dueAt])).toEqual(
      before.map(({ key, status, dueAt }) => [key, status, dueAt]),
    );
    await acceptStep(desk.fresh(member), { ticketId, stepId: await stepOf(ticketId) });
    expect(await desk.stateOf(ticketId)).toMatchObject({ handlerId: member.actor.agentId, status: 'in_progress' });
  });

  it('is given by a trigger, once, and by a macro, whose preview leaves it be', async () => {
    const reassign = { kind: 'reassign', to: { kind: 'group', id: toGlobalId('ServiceGroup', groupId) } };
    await desk.trigger({ kind: 'created' }, [reassign]);
    const ticketId = await desk.ticket();
    await desk.dispatch(2);
    await expectOffered(ticketId);
    expect(await desk.history(ticketId)).toMatchObject([
      { kind: 'created' },
      { kind: 'reassigned', cause: { kind: 'trigger', name: 'A rule' } },
    ]);
    await desk.clear();
    const other = await desk.ticket();
    const macroId = await createMacro(leader, {
      name: 'To the desk',
      definition: { actions: [reassign] },
    });
    await runMacro(desk.fresh(leader), { macroId, ticketId: other });
    await expectOffered(other);
    await runMacro(desk.fresh(leader), { macroId, ticketId: other });
    expect((await desk.history(other)).map(({ kind }) => kind)).toEqual(['created', 'reassigned']);
  });

  it('is given in a bulk change, and taken back', async () => {
    const ticketId = await desk.ticket();
    const change = { kind: 'reassign', toGroupId: groupId } as const;
    const work = async (jobId: string): Promise<void> => {
      while (await runJob(desk.desk.system, schema, jobId));
    };
    const jobId = await createJob(leader, { operation: 'change_tickets', ticketIds: [ticketId], change });
    await work(jobId);
    await expectOffered(ticketId);
    await work(await undoJob(leader, { jobId }));
    expect(await desk.stateOf(ticketId)).toMatchObject({ handlerId: desk.agent.actor.agentId, groupId: null });
  });

  it('is given as an approval in a bulk change, and taken back where it was not given on since', async () => {
    const { definition } = await loadVersion(desk.desk.system, (await desk.stateOf(await desk.ticket())).versionId);
    const name = { en: 'Approval', zh: '审批' };
    const approver = { kind: 'approve', id: 'ok', name, assignee: { kind: 'creator' }, mode: { kind: 'any' } } as const;
    const ends = definition.flow.nodes.filter(({ kind }) => kind === 'start' || kind === 'end');
    const no = { kind: 'end', id: 'no', name, outcome: 'cancelled' } as const;
    const edges = [
      { id: 'to_ok', from: 'start', to: 'ok' },
      { id: 'to_end', from: 'ok', to: 'end' },
      { id: 'to_no', from: 'ok', to: 'no', outcome: 'rejected' as const },
    ];
    const flow = { ...definition.flow, nodes: [...ends, approver, no], edges };
    const typeId = await publishTicketType(desk.desk.system, {
      definition: { ...definition, key: 'approval', prefix: 'A', flow },
    });
    const open = (): Promise<string> =>
      createTicket(desk.fresh(desk.agent), { typeId, title: 'May we?', answers: { contact_phone: '13800000000' } });
    const ticketIds = [await open(), await open()];
    const change = { kind: 'reassign', toGroupId: groupId } as const;
    const work = async (jobId: string): Promise<void> => {
      while (await runJob(desk.desk.system, schema, jobId));
    };
    const handlers = async () => Promise.all(ticketIds.map(async (id) => (await desk.stateOf(id)).handlerId));
    const jobId = await createJob(leader, { operation: 'change_tickets', ticketIds, change });
    await work(jobId);
    expect(await handlers()).toEqual([member.actor.agentId, member.actor.agentId]);
    const [, second = ''] = ticketIds;
    const toAgentId = leader.actor.agentId;
    await reassignStep(desk.fresh(leader), { ticketId: second, stepId: await stepOf(second), toAgentId });
    await work(await undoJob(leader, { jobId }));
    expect(await handlers()).toEqual([desk.agent.actor.agentId, toAgentId]);
  });

  it('needs one receiver, and a group with somebody in it', async () => {
    const ticketId = await desk.ticket();
    const at = { ticketId, stepId: await stepOf(ticketId) };
    const agent = desk.fresh(desk.agent);
    await expect(reassignStep(agent, at)).rejects.toMatchObject({ issues: [{ path: ['toAgentId'] }] });
    await expect(
      reassignStep(agent, { ...at, toAgentId: member.actor.agentId, toGroupId: groupId }),
    ).rejects.toMatchObject({ issues: [{ path: ['toAgentId'] }] });
    const empty = { id: newId(), key: 'empty', name: 'Empty' };
    const at0 = { createdAt: new Date(), updatedAt: new Date() };
    const group = { ...at0, ...empty, kind: 'voice', strategy: 'longest_idle' } as const;
    await desk.test.database.insertInto('serviceGroup').values(group).execute();
    forgetKept(agent);
    await expect(reassignStep(agent, { ...at, toGroupId: empty.id })).rejects.toMatchObject({ code: 'group_is_empty' });
  });
});
