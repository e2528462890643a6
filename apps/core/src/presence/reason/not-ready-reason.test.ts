import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createServiceGroup } from '../../identity/service-group/create-service-group.ts';
import { updateServiceGroup } from '../../identity/service-group/update-service-group.ts';
import type { Context } from '../../platform/context.ts';
import { testContext } from '../../platform/testing/test-context.ts';
import { createServiceDesk } from '../../ticket/testing/service-desk.ts';
import { setPresence } from '../set-presence.ts';
import { createNotReadyReason } from './create-not-ready-reason.ts';
import { updateNotReadyReason } from './update-not-ready-reason.ts';
import { writeNotReadyReasons } from './write-not-ready-reasons.ts';

let test: TestDatabase;
let admin: Context;
let agent: Context & { actor: { agentId: string } };
const label = { en: 'Coffee', zh: '咖啡' };

beforeAll(async () => {
  test = await createTestDatabase();
  const desk = await createServiceDesk(test.database);
  admin = await desk.hire({ 'service_group.manage': 'all' });
  agent = await desk.hire({ 'call.use': 'all' });
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.deleteFrom('notReadyReason').execute();
  await writeNotReadyReasons(testContext(test.database));
});

const read = (key: string) =>
  test.database.selectFrom('notReadyReason').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
const stop = async (key: string): Promise<string> => {
  const { id, version } = await read(key);
  return updateNotReadyReason(admin, { reasonId: id, expectedVersion: version, isActive: false });
};
const presence = () =>
  test.database
    .selectFrom('agentPresence')
    .select(['state', 'reasonId'])
    .where('agentId', '=', agent.actor.agentId)
    .executeTakeFirst();

it('is made once by its key, and changed by whoever read its last version', async () => {
  const reasonId = await createNotReadyReason(admin, { key: 'coffee', label, position: 7 });
  await expect(createNotReadyReason(admin, { key: 'coffee', label })).rejects.toMatchObject({
    issues: [{ path: ['key'], code: 'taken' }],
  });
  const change = { reasonId, expectedVersion: 1, isOutgoingAllowed: true, label: { ...label, en: 'Tea' } };
  await updateNotReadyReason(admin, change);
  await expect(updateNotReadyReason(admin, change)).rejects.toMatchObject({ code: 'stale_version' });
  expect(await read('coffee')).toMatchObject({
    labels: { en: 'Tea', zh: '咖啡' },
    isOutgoingAllowed: true,
    isActive: true,
    position: 7,
    version: 2,
  });
  const audited = await test.database
    .selectFrom('auditEntry')
    .select(['action', 'actorId'])
    .where('subjectId', '=', reasonId)
    .orderBy('id')
    .execute();
  expect(audited).toEqual([
    { action: 'not_ready_reason.created', actorId: admin.actor.agentId },
    { action: 'not_ready_reason.updated', actorId: admin.actor.agentId },
  ]);
});

it('is refused to whoever becomes not ready once it is out of use, and stays with those who are', async () => {
  const { id: reasonId } = await read('meal');
  await setPresence(agent, { state: 'not_ready', reasonId });
  await stop('meal');
  expect(await presence()).toEqual({ state: 'not_ready', reasonId });
  await expect(setPresence(agent, { state: 'not_ready', reasonId })).rejects.toMatchObject({
    issues: [{ path: ['reasonId'], code: 'reason_out_of_use' }],
  });
  await expect(setPresence(agent, { state: 'not_ready' })).rejects.toMatchObject({
    issues: [{ path: ['reasonId'], code: 'reason_needed' }],
  });
});

it('can be taken out of use as long as another one is in use, also by two at the same time', async () => {
  for (const key of ['break', 'training', 'missed-call']) await stop(key);
  const outcomes = await Promise.allSettled(['meal', 'paperwork'].map(stop));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last_reason' } });
  const inUse = await test.database.selectFrom('notReadyReason').selectAll().where('isActive', '=', true).execute();
  expect(inUse).toHaveLength(1);
  const [last] = inUse;
  await updateNotReadyReason(admin, { reasonId: last!.id, expectedVersion: last!.version, label, isActive: true });
});

it('is given to a group for missed calls only while it is in use, and may stay there afterwards', async () => {
  const { id: missedReasonId } = await read('missed-call');
  const facts = { name: 'Hotline', kind: 'voice', strategy: 'longest_idle' } as const;
  const groupId = await createServiceGroup(admin, { ...facts, key: 'hotline', missedReasonId });
  await stop('missed-call');
  await updateServiceGroup(admin, { groupId, expectedVersion: 1, missedReasonId, ringSeconds: 40 });
  await updateServiceGroup(admin, { groupId, expectedVersion: 2, missedReasonId: null });
  const refused = { issues: [{ path: ['missedReasonId'], code: 'reason_out_of_use' }] };
  await expect(updateServiceGroup(admin, { groupId, expectedVersion: 3, missedReasonId })).rejects.toMatchObject(
    refused,
  );
  await expect(createServiceGroup(admin, { ...facts, key: 'night', missedReasonId })).rejects.toMatchObject(refused);
});
