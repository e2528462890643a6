import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeGroupDispositions } from '../identity/service-group/write-group-dispositions.ts';
import type { Context } from '../platform/context.ts';
import { endWrapUps } from '../presence/end-wrap-ups.ts';
import { setPresence } from '../presence/set-presence.ts';
import { dialCustomer } from './command/dial-customer.ts';
import { createDisposition } from './disposition/create-disposition.ts';
import { finishWrapUp } from './finish-wrap-up.ts';
import { createCallCentre, type CallCentre } from './testing/call-centre.ts';

let test: TestDatabase;
let centre: CallCentre;

const groupKey = () => centre.groupId.toLowerCase();
const calls = () =>
  test.database.selectFrom('call').selectAll().where('channelId', 'in', centre.channelIds).orderBy('id').execute();
const presences = () =>
  test.database.selectFrom('agentPresence').selectAll().where('agentId', 'in', centre.agentIds).execute();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.updateTable('channel').set({ isActive: false }).execute();
  centre = await createCallCentre(test.database, 2);
});

describe('what came of a call', () => {
  const talk = async (group: Partial<{ isDispositionRequired: boolean; wrapUpSeconds: number }>) => {
    await test.database.updateTable('serviceGroup').set(group).where('id', '=', centre.groupId).execute();
    await centre.report({ kind: 'call.offered', eventId: 'offered', group: groupKey() } as never);
    await centre.report({ kind: 'call.answered', eventId: 'answered' });
    await centre.report({ kind: 'call.ended', eventId: 'ended' });
    const [call] = await calls();
    return { callId: call!.id, context: centre.contextOf(await centre.actorOf(call!.agentId!)) };
  };
  const stateOf = async (context: Context) =>
    (await presences()).find(({ agentId }) => agentId === context.actor.agentId)?.state;
  const dispositionOf = (key: string) => createDisposition(centre.contextOf(), { key, label: { en: key, zh: key } });

  it('can be left open where the group does not ask', async () => {
    const { callId, context } = await talk({ wrapUpSeconds: 30 });
    await finishWrapUp(context, { callId });
    expect(await stateOf(context)).toBe('ready');
  });

  it('takes as long to wrap up as the group says, which may be no time', async () => {
    const { context } = await talk({ wrapUpSeconds: 0 });
    expect(await stateOf(context)).toBe('ready');
  });

  it('keeps the agent wrapping up until it is noted, if the group asks', async () => {
    await dispositionOf('one');
    const { callId, context } = await talk({ isDispositionRequired: true });
    await endWrapUps({ ...centre.contextOf(), now: () => new Date(Date.now() + 3_600_000) });
    expect(await stateOf(context)).toBe('wrap_up');
    await expect(finishWrapUp(context, { callId })).rejects.toMatchObject({ issues: [{ code: 'disposition_needed' }] });
    await expect(setPresence(context, { state: 'ready' })).rejects.toMatchObject({ code: 'disposition_needed' });
    await expect(dialCustomer(context, { number: '10086' })).rejects.toMatchObject({ code: 'disposition_needed' });
    await expect(finishWrapUp(context, { callId, disposition: 'none-such' })).rejects.toMatchObject({
      issues: [{ code: 'no_such_disposition' }],
    });
    await finishWrapUp(context, { callId, disposition: 'one' });
    expect(await stateOf(context)).toBe('ready');
    expect((await calls())[0]?.disposition).toBe('one');
  });

  it('is one of those that the group has chosen', async () => {
    const [chosen] = [await dispositionOf('two'), await dispositionOf('three')];
    await writeGroupDispositions(centre.contextOf(), centre.groupId, [chosen]);
    const { callId, context } = await talk({ wrapUpSeconds: 30 });
    await expect(finishWrapUp(context, { callId, disposition: 'three' })).rejects.toMatchObject({
      issues: [{ code: 'no_such_disposition' }],
    });
    await finishWrapUp(context, { callId, disposition: 'two' });
  });

  it('is not asked of somebody who gave the call away', async () => {
    await test.database
      .updateTable('serviceGroup')
      .set({ isDispositionRequired: true })
      .where('id', '=', centre.groupId)
      .execute();
    await centre.report({ kind: 'call.offered', eventId: 'offered', group: groupKey() } as never);
    await centre.report({ kind: 'call.answered', eventId: 'answered' });
    const [before] = await calls();
    const other = centre.agentIds.find((id) => id !== before?.agentId);
    await centre.report({ kind: 'call.transferred', eventId: 'transferred', toAgent: other! });
    const context = centre.contextOf(await centre.actorOf(before!.agentId!));
    expect(await stateOf(context)).toBe('wrap_up');
    await finishWrapUp(context, { callId: before!.id });
    expect(await stateOf(context)).toBe('ready');
  });
});
