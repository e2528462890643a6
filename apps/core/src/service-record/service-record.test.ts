import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createParameterOption } from '../parameter/create-parameter-option.ts';
import { createParameter } from '../parameter/create-parameter.ts';
import { deleteParameter } from '../parameter/delete-parameter.ts';
import { deleteParameterOption } from '../parameter/delete-parameter-option.ts';
import { updateParameter } from '../parameter/update-parameter.ts';
import { updateParameterOption } from '../parameter/update-parameter-option.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/id.ts';
import { forgetKept } from '../platform/keep-for-a-moment.ts';
import { createCallCentre, type CallCentre } from '../telephony/testing/call-centre.ts';
import { noteServiceRecord } from './note-service-record.ts';
import { createServiceTemplate } from './save-service-template.ts';
import { templatesOfCalls } from './template-of-call.ts';

const said = (text: string) => ({ en: text, zh: text });

let test: TestDatabase;
let centre: CallCentre;
let callId: string;
let agent: Context;
let topics: { id: string; washing: string };
let mood: { id: string; cross: string };

async function list(key: string, value: string): Promise<{ id: string; optionId: string }> {
  const id = await createParameter(centre.contextOf(), { key, label: said(key) });
  return {
    id,
    optionId: await createParameterOption(centre.contextOf(), { parameterId: id, key: value, label: said(value) }),
  };
}

beforeAll(async () => {
  test = await createTestDatabase();
  centre = await createCallCentre(test.database, 2);
  const [one, other] = [await list('topics', 'washing'), await list('mood', 'cross')];
  topics = { id: one.id, washing: one.optionId };
  mood = { id: other.id, cross: other.optionId };
  await createServiceTemplate(centre.contextOf(), { key: 'all', label: said('All'), isDefault: true });
  await createServiceTemplate(centre.contextOf(), {
    key: 'desk',
    label: said('Desk'),
    parts: [{ parameterId: topics.id, isRequired: true }],
    groupIds: [centre.groupId],
  });
  await centre.report({ kind: 'call.offered', eventId: 'offered', group: centre.groupId.toLowerCase() } as never);
  await centre.report({ kind: 'call.answered', eventId: 'answered' });
  const call = await test.database.selectFrom('call').selectAll().executeTakeFirstOrThrow();
  callId = call.id;
  agent = centre.contextOf(await centre.actorOf(call.agentId ?? ''));
});
afterAll(() => test.drop());

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: { code: string; issues?: { code: string }[] }) => error.issues?.[0]?.code ?? error.code,
  );
const note = (values: { parameterId: string; optionId: string }[], expectedVersion = 0, context = agent) =>
  noteServiceRecord(context, { callId, expectedVersion, values });

it("asks for what the group's template says, and for nothing else", async () => {
  expect(await codeOf(note([]))).toBe('required');
  const both = [
    { parameterId: topics.id, optionId: topics.washing },
    { parameterId: mood.id, optionId: mood.cross },
  ];
  expect(await codeOf(note(both))).toBe('not_offered');
  expect(await codeOf(note([{ parameterId: topics.id, optionId: mood.cross }]))).toBe('not_offered');
  expect(await codeOf(note([{ parameterId: topics.id, optionId: topics.washing }]))).toBe('no error');
});

it('keeps what was noted when its value goes out of use, and refuses a stale change', async () => {
  await updateParameterOption(centre.contextOf(), { optionId: topics.washing, expectedVersion: 1, isActive: false });
  expect(await codeOf(note([{ parameterId: topics.id, optionId: topics.washing }], 1))).toBe('no error');
  expect(await codeOf(note([{ parameterId: topics.id, optionId: topics.washing }], 1))).toBe('stale_version');
  const rows = await test.database.selectFrom('serviceRecordValue').selectAll().execute();
  expect(rows).toEqual([{ callId, parameterId: topics.id, optionId: topics.washing }]);
});

it('is for those who had a part in the call', async () => {
  const other = centre.agentIds.find((id) => id !== agent.actor.agentId) ?? '';
  const stranger = centre.contextOf(await centre.actorOf(other));
  expect(await codeOf(note([{ parameterId: topics.id, optionId: topics.washing }], 2, stranger))).toBe('not_found');
});

it("asks for what the template of the customer's type says before that of the group, and keeps that type", async () => {
  const admin = centre.contextOf();
  const types = await test.database
    .selectFrom('parameterOption')
    .innerJoin('parameter', 'parameter.id', 'parameterOption.parameterId')
    .select(['parameterOption.id', 'parameterOption.key'])
    .where('parameter.key', '=', 'customer-type')
    .orderBy('position')
    .execute();
  const [type] = types;
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const person = { ...at, name: 'Wang Fang', namePinyin: 'wang fang', kind: 'household' };
  const [typed, plain] = [newId(), newId()];
  await test.database
    .insertInto('customer')
    .values([
      { ...person, id: typed, type: type?.key },
      { ...person, id: plain, type: types[1]?.key },
    ])
    .execute();
  const customerTypeIds = [type?.id ?? ''];
  const mine = { key: 'of-type', label: said('Of a type'), parts: [{ parameterId: mood.id }], customerTypeIds };
  await createServiceTemplate(admin, mine);
  forgetKept(admin);
  const { groupId } = centre;
  const asked = await templatesOfCalls(admin, [
    { groupId, customerId: typed },
    { groupId, customerId: plain },
    { groupId: null, customerId: null },
  ]);
  expect(asked.map((template) => template?.key)).toEqual(['of-type', 'desk', 'all']);
  const option = { optionId: types[0]?.id ?? '', expectedVersion: 1 };
  await test.database.deleteFrom('customer').where('id', 'in', [typed, plain]).execute();
  expect(await codeOf(deleteParameterOption(admin, option))).toBe('in_use');
  const none = [newId()];
  expect(await codeOf(createServiceTemplate(admin, { ...mine, key: 'unknown', customerTypeIds: none }))).toBe(
    'not_found',
  );
});

it('asks for nothing of a list that is out of use, and keeps what was noted of it', async () => {
  const admin = centre.contextOf();
  await updateParameter(admin, { parameterId: topics.id, expectedVersion: 1, isActive: false });
  expect(await codeOf(note([{ parameterId: topics.id, optionId: topics.washing }], 2))).toBe('no error');
  expect(await codeOf(note([], 3))).toBe('no error');
  expect(await codeOf(note([{ parameterId: topics.id, optionId: topics.washing }], 4))).toBe('not_offered');
});

it('keeps a list that a template asks for', async () => {
  const asked = { parameterId: topics.id, expectedVersion: 2 };
  expect(await codeOf(deleteParameter(centre.contextOf(), asked))).toBe('in_template');
});
