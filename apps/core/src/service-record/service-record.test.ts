import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createParameterOption } from '../parameter/create-parameter-option.ts';
import { createParameter } from '../parameter/create-parameter.ts';
import { deleteParameter } from '../parameter/delete-parameter.ts';
import { updateParameterOption } from '../parameter/update-parameter-option.ts';
import type { Context } from '../platform/context.ts';
import { createCallCentre, type CallCentre } from '../telephony/testing/call-centre.ts';
import { noteServiceRecord } from './note-service-record.ts';
import { createServiceTemplate } from './save-service-template.ts';

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

it('keeps a list that a template asks for', async () => {
  const asked = { parameterId: topics.id, expectedVersion: 1 };
  expect(await codeOf(deleteParameter(centre.contextOf(), asked))).toBe('in_use');
});
