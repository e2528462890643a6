import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import type { CallEvent } from '@handoff/plugin-sdk';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endWrapUps } from '../presence/end-wrap-ups.ts';
import { setPresence } from '../presence/set-presence.ts';
import { answerCall } from './command/answer-call.ts';
import { dialCustomer } from './command/dial-customer.ts';
import { hangUpCall } from './command/hang-up-call.ts';
import { rejectCall } from './command/reject-call.ts';
import { loadVisibleCalls } from './call-access.ts';
import { missRingingCalls } from './queue/miss-ringing-calls.ts';
import { createCallCentre, type CallCentre } from './testing/call-centre.ts';

let test: TestDatabase;
let centre: CallCentre;

const groupKey = () => centre.groupId.toLowerCase();
const calls = () =>
  test.database.selectFrom('call').selectAll().where('channelId', 'in', centre.channelIds).orderBy('id').execute();
const presences = () =>
  test.database
    .selectFrom('agentPresence')
    .selectAll()
    .where('agentId', 'in', centre.agentIds)
    .orderBy('agentId')
    .execute();
const commands = async () => {
  const rows = await test.database
    .selectFrom('outbox')
    .select('payload')
    .where('key', 'in', centre.channelIds)
    .orderBy('id')
    .execute();
  return rows.map(({ payload }) => (payload as { command: { kind: string } }).command.kind);
};

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.updateTable('channel').set({ isActive: false }).execute();
  await test.database.updateTable('call').set({ status: 'ended' }).execute();
  centre = await createCallCentre(test.database, 2);
});

describe('events of a call', () => {
  const offered = () => ({ kind: 'call.offered', eventId: 'offered', agent: centre.agentIds[0] }) as const;

  it('have one effect when the same one comes three times at once', async () => {
    await Promise.all([centre.report(offered()), centre.report(offered()), centre.report(offered())]);
    expect(await calls()).toHaveLength(1);
    const told = await test.database
      .selectFrom('event')
      .select('kind')
      .where('agentId', '=', centre.agentIds[0]!)
      .where('kind', 'like', 'call.%')
      .execute();
    expect(told).toEqual([{ kind: 'call.ringing' }]);
  });

  it('make one call with one history, in whatever order twenty of them come', async () => {
    const start = Date.UTC(2026, 2, 18, 6, 30);
    const kinds: CallEvent['kind'][] = [
      'call.answered',
      ...(Array.from({ length: 17 }, (_, n) => (n % 2 ? 'call.resumed' : 'call.held')) as CallEvent['kind'][]),
    ];
    const events = [
      { ...offered(), at: new Date(start) },
      ...kinds.map((kind, n) => ({ kind, eventId: `${n}`, at: new Date(start + (n + 1) * 1000) })),
      { kind: 'call.ended' as const, eventId: 'ended', at: new Date(start + 60_000) },
    ];
    expect(events).toHaveLength(20);
    const shuffled = events.map((_, n) => events[(n * 7 + 11) % 20]!);
    await Promise.all(shuffled.map((event) => centre.report(event)));
    const [call, ...more] = await calls();
    expect(more).toEqual([]);
    expect(call).toMatchObject({
      status: 'ended',
      answeredAt: new Date(start + 1000),
      endedAt: new Date(start + 60_000),
    });
    // Eight pairs of hold and resume of a second each, and the last hold until the end.
    expect(call?.heldSeconds).toBe(8 + 42);
    expect(
      await test.database.selectFrom('interaction').select('id').where('id', '=', call!.id).execute(),
    ).toHaveLength(1);
    expect(
      await test.database
        .selectFrom('callLeg')
        .select('id')
        .where('callId', '=', call!.id)
        .execute()
        .then((legs) => legs.length),
    ).toBeLessThanOrEqual(1);
    const ends = await test.database
      .selectFrom('event')
      .select('id')
      .where('subjectId', '=', call!.id)
      .where('kind', '=', 'call.ended')
      .execute();
    expect(ends).toHaveLength(1);
  });

  it('do not open an ended call again', async () => {
    await centre.report(offered());
    await centre.report({ kind: 'call.ended', eventId: 'ended' });
    await centre.report({ kind: 'call.answered', eventId: 'answered' });
    expect((await calls())[0]?.status).toBe('ended');
    expect((await presences()).map(({ state }) => state)).toEqual(['ready', 'ready']);
  });

  it('take the agent through ringing and talking to wrapping up', async () => {
    const stateOf = async () => (await presences())[0]?.state;
    await centre.report(offered());
    expect(await stateOf()).toBe('ringing');
    await centre.report({ kind: 'call.answered', eventId: 'answered' });
    expect(await stateOf()).toBe('in_call');
    await centre.report({ kind: 'call.ended', eventId: 'ended' });
    expect(await stateOf()).toBe('wrap_up');
    await endWrapUps({ ...centre.contextOf(), now: () => new Date(Date.now() + 60_000) });
    expect(await stateOf()).toBe('ready');
  });
});

describe("a group's calls", () => {
  const ring = (callId: string, channel = 0) =>
    centre.report({ kind: 'call.offered', eventId: `${callId}:offered`, callId, group: groupKey() } as never, channel);

  it('never ring the same agent when two come at once', async () => {
    await Promise.all([ring('one', 0), ring('two', 1)]);
    const agents = (await calls()).map(({ agentId }) => agentId);
    expect(new Set(agents).size).toBe(2);
    expect((await presences()).map(({ state }) => state)).toEqual(['ringing', 'ringing']);
  });

  it('go to another group outside the hours of their own, by when they come', async () => {
    const other = await createCallCentre(test.database, 1);
    const [calendarId, at] = [newId(), new Date('2026-03-18T06:30:00Z')];
    const definition = JSON.stringify({
      zone: 'Asia/Shanghai',
      regular: [{ days: [3], from: '09:00', to: '12:00' }],
      holidays: [],
      special: [],
    });
    await test.database
      .insertInto('calendar')
      .values({ id: calendarId, key: calendarId, name: 'Mornings', definition, createdAt: at, updatedAt: at })
      .execute();
    const set = (facts: { calendarId: string; afterHoursGroupId?: string }) =>
      test.database.updateTable('serviceGroup').set(facts).where('id', '=', centre.groupId).execute();
    const groupOf = async (callId: string, instant: Date) => {
      const offer = { kind: 'call.offered', eventId: callId, callId, at: instant, group: groupKey() } as const;
      await centre.report(offer);
      return (await calls()).find(({ externalId }) => externalId === callId)?.groupId;
    };
    await set({ calendarId });
    expect(await groupOf('waits', at)).toBe(centre.groupId);
    await set({ calendarId, afterHoursGroupId: other.groupId });
    expect(await groupOf('morning', new Date('2026-03-18T02:30:00Z'))).toBe(centre.groupId);
    expect(await groupOf('afternoon', at)).toBe(other.groupId);
    const rung = (await calls()).find(({ externalId }) => externalId === 'afternoon');
    expect(rung?.agentId).toBe(other.agentIds[0]);
  });

  it('wait when nobody is ready, and ring whoever becomes ready', async () => {
    const [first] = centre.agentIds;
    for (const callId of ['one', 'two', 'three']) await ring(callId);
    expect((await calls()).map(({ status }) => status)).toEqual(['ringing', 'ringing', 'queued']);
    await test.database
      .updateTable('agentPresence')
      .set({ state: 'not_ready', callId: null })
      .where('agentId', '=', first!)
      .execute();
    await setPresence(centre.contextOf(await centre.actorOf(first!)), { state: 'ready' });
    expect((await calls())[2]).toMatchObject({ status: 'ringing', agentId: first });
  });

  it('go to the next agent when the first one turns them down', async () => {
    await ring('one');
    const [call] = await calls();
    await rejectCall(centre.contextOf(await centre.actorOf(call!.agentId!)), { callId: call!.id });
    const [after] = await calls();
    expect(after).toMatchObject({ status: 'ringing' });
    expect(after?.agentId).not.toBe(call?.agentId);
    await rejectCall(centre.contextOf(await centre.actorOf(after!.agentId!)), { callId: call!.id });
    expect((await calls())[0]).toMatchObject({ status: 'queued', agentId: null });
  });
});

describe('a call that rings for too long', () => {
  let callId = '';
  const later = (seconds: number): Context => ({
    ...centre.contextOf(),
    now: () => new Date(Date.now() + seconds * 1000),
  });
  const ring = () => centre.report({ kind: 'call.offered', eventId: 'offered', group: groupKey() } as never);
  const legs = () =>
    test.database.selectFrom('callLeg').selectAll().where('callId', '=', callId).orderBy('id').execute();
  beforeEach(async () => {
    await ring();
    callId = (await calls())[0]!.id;
  });

  it('goes to the next agent after the seconds of its group, and not before', async () => {
    const [before] = await calls();
    expect(await missRingingCalls(later(19))).toBe(0);
    await test.database.updateTable('serviceGroup').set({ ringSeconds: 30 }).where('id', '=', centre.groupId).execute();
    expect(await missRingingCalls(later(29))).toBe(0);
    expect(await missRingingCalls(later(31))).toBe(1);
    const [after] = await calls();
    expect(after).toMatchObject({ status: 'ringing' });
    expect(after?.agentId).not.toBe(before?.agentId);
    expect((await legs())[0]).toMatchObject({ agentId: before?.agentId, outcome: 'missed', answeredAt: null });
  });

  it.each([
    { use: 'in use', isActive: true, state: 'not_ready' },
    { use: 'out of use', isActive: false, state: 'ready' },
  ])(
    'leaves the agent who missed it $state where the reason that the group names is $use',
    async ({ isActive, state }) => {
      const agentId = (await calls())[0]!.agentId!;
      const reasonId = newId();
      const stamps = { createdAt: new Date(), updatedAt: new Date() };
      await test.database
        .insertInto('notReadyReason')
        .values({ ...stamps, id: reasonId, key: reasonId, labels: '{}', isOutgoingAllowed: true, isActive })
        .execute();
      await test.database
        .updateTable('serviceGroup')
        .set({ missedReasonId: reasonId })
        .where('id', '=', centre.groupId)
        .execute();
      await missRingingCalls(later(21));
      const after = (await presences()).find((one) => one.agentId === agentId);
      expect(after).toMatchObject({ state, reasonId: isActive ? reasonId : null });
    },
  );

  it('is whose who answered, though it moved on before the telephone system said so', async () => {
    const first = (await calls())[0]!.agentId!;
    await answerCall(centre.contextOf(await centre.actorOf(first)), { callId });
    await missRingingCalls(later(21));
    const second = (await calls())[0]?.agentId;
    expect(second).not.toBe(first);
    await centre.report({ kind: 'call.answered', eventId: 'answered', agent: first });
    expect((await calls())[0]).toMatchObject({ status: 'in_call', agentId: first });
    const states = new Map((await presences()).map((one) => [one.agentId, one.state]));
    expect([states.get(first), states.get(second!)]).toEqual(['in_call', 'ready']);
    expect((await legs()).map(({ outcome }) => outcome)).toEqual(['missed', 'answered_elsewhere', null]);
  });
});

describe('commands', () => {
  it('are for the agent who has the call', async () => {
    await centre.report({ kind: 'call.offered', eventId: 'offered', agent: centre.agentIds[0] } as never);
    const [call] = await calls();
    const [mine, other] = await Promise.all(centre.agentIds.map((id) => centre.actorOf(id)));
    await expect(answerCall(centre.contextOf(other), { callId: call!.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await loadVisibleCalls(centre.contextOf(other), [call!.id])).toEqual([null]);
    await answerCall(centre.contextOf(mine), { callId: call!.id });
    expect(await commands()).toEqual(['answer']);
  });

  it('dial for an agent, who is busy until the call has ended', async () => {
    const context = centre.contextOf(await centre.actorOf(centre.agentIds[0]!));
    const callId = await dialCustomer(context, { number: '138 0571 5678' });
    await expect(dialCustomer(context, { number: '138 0571 5679' })).rejects.toMatchObject({ code: 'cannot_dial_now' });
    await hangUpCall(context, { callId });
    expect(await commands()).toEqual(['dial', 'hang_up']);
    expect((await presences())[0]).toMatchObject({ state: 'ringing', callId });
  });
});
