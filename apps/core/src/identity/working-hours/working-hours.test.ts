import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createCalendar } from '../../calendar/create-calendar.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/id.ts';
import { answerLookups } from '../../ticket/answer/answer-lookups.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import { updateAgent } from '../agent/update-agent.ts';
import { createServiceGroup } from '../service-group/create-service-group.ts';
import { deleteServiceGroup } from '../service-group/delete-service-group.ts';
import { updateServiceGroup } from '../service-group/update-service-group.ts';

type Person = Awaited<ReturnType<ServiceDesk['hire']>>;

const name = 'Hours';
const days = [1, 2, 3, 4, 5, 6, 7];
/** Wednesday, half past two in the afternoon in Shanghai. */
const afternoon = new Date('2026-03-18T06:30:00Z');

let test: TestDatabase;
let desk: ServiceDesk;
let admin: Person;
let early: Person;
let late: Person;
let hours: Record<'mornings' | 'afternoons', string>;
let group: { groupId: string; key: string };

const hoursFrom = (from: string, to: string) =>
  createCalendar(admin, {
    key: `from-${from.replace(':', '')}`,
    name,
    definition: { zone: 'Asia/Shanghai', regular: [{ days, from, to }], holidays: [], special: [] },
  });
const setHours = async (person: Person, calendarId: string | null) => {
  const { version } = await test.database
    .selectFrom('agent')
    .select('version')
    .where('id', '=', person.actor.agentId)
    .executeTakeFirstOrThrow();
  await updateAgent(admin, { agentId: person.actor.agentId, expectedVersion: version, calendarId });
};
const setGroupHours = async (facts: { calendarId?: string | null; afterHoursGroupId?: string | null }) => {
  const { version } = await test.database
    .selectFrom('serviceGroup')
    .select('version')
    .where('id', '=', group.groupId)
    .executeTakeFirstOrThrow();
  await updateServiceGroup(admin, { groupId: group.groupId, expectedVersion: version, ...facts });
};
/** Whom the group deals a step to in the afternoon. */
const dealt = async (): Promise<string[]> => {
  const context: Context = { ...admin, now: () => afternoon };
  const request = { kind: 'group', group: group.key, strategy: 'round_robin', key: 'dealt' } as const;
  return (await answerLookups(context, [request])).lookups.dealt ?? [];
};
const idOf = ({ actor }: Person) => actor.agentId;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  admin = await desk.hire({ 'agent.manage': 'all', 'calendar.manage': 'all', 'service_group.manage': 'all' });
  hours = { mornings: await hoursFrom('09:00', '12:00'), afternoons: await hoursFrom('13:00', '17:00') };
});
afterAll(() => test.drop());
beforeEach(async () => {
  [early, late] = [await desk.hire({}), await desk.hire({})];
  const key = `group-${newId().toLowerCase()}`;
  const members = [early, late].map((person) => ({ agentId: idOf(person) }));
  const groupId = await createServiceGroup(admin, { key, name, kind: 'work', strategy: 'round_robin', members });
  group = { groupId, key };
});

it('deals work to those who are at work, and to all once nobody is', async () => {
  await setHours(early, hours.mornings);
  expect(await dealt()).toEqual([idOf(late)]);
  await setHours(late, hours.mornings);
  expect((await dealt()).toSorted()).toEqual([idOf(early), idOf(late)].toSorted());
});

it('goes by the hours of the group for whoever has none', async () => {
  await setGroupHours({ calendarId: hours.mornings });
  await setHours(late, hours.afternoons);
  expect(await dealt()).toEqual([idOf(late)]);
});

it('takes hours away again', async () => {
  await setHours(early, hours.mornings);
  await setHours(early, null);
  expect((await dealt()).toSorted()).toEqual([idOf(early), idOf(late)].toSorted());
});

it('refuses a calendar that is none, and a group that cannot have the calls', async () => {
  const refused = (path: string) =>
    expect.objectContaining({ issues: [expect.objectContaining({ path: [path] })] }) as unknown;
  await expect(setHours(early, newId())).rejects.toEqual(refused('calendarId'));
  await expect(setGroupHours({ calendarId: newId() })).rejects.toEqual(refused('calendarId'));
  await expect(setGroupHours({ afterHoursGroupId: group.groupId })).rejects.toEqual(refused('afterHoursGroupId'));
  const work = await createServiceGroup(admin, { key: `w-${group.key}`, name, kind: 'work', strategy: 'claim' });
  await expect(setGroupHours({ afterHoursGroupId: work })).rejects.toEqual(refused('afterHoursGroupId'));
});

it('keeps a group one for calls while others hand it theirs', async () => {
  const groupId = await createServiceGroup(admin, { key: `v-${group.key}`, name, kind: 'voice', strategy: 'claim' });
  const toWork = (expectedVersion: number) => updateServiceGroup(admin, { groupId, expectedVersion, kind: 'work' });
  await setGroupHours({ afterHoursGroupId: groupId });
  await expect(toWork(1)).rejects.toMatchObject({ issues: [{ path: ['kind'], code: 'takes_calls' }] });
  await setGroupHours({ afterHoursGroupId: null });
  expect(await toWork(1)).toBe(groupId);
});

it('lets calls wait again once the group that had them is deleted', async () => {
  const voice = await createServiceGroup(admin, { key: `v-${group.key}`, name, kind: 'voice', strategy: 'claim' });
  await setGroupHours({ afterHoursGroupId: voice });
  await deleteServiceGroup(admin, { groupId: voice });
  const row = await test.database
    .selectFrom('serviceGroup')
    .select('afterHoursGroupId')
    .where('id', '=', group.groupId)
    .executeTakeFirstOrThrow();
  expect(row.afterHoursGroupId).toBeNull();
});
