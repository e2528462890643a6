import { readFileSync } from 'node:fs';
import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { testContext } from '../../platform/testing/test-context.ts';
import { publishTicketType } from '../publish-ticket-type.ts';
import type { TicketTypeDefinition } from '../ticket-type-definition.ts';
import { createTicketTypeDraft } from './create-ticket-type-draft.ts';
import { discardTicketTypeDraft } from './discard-ticket-type-draft.ts';
import { publishTicketTypeDraft } from './publish-ticket-type-draft.ts';
import { saveTicketTypeDraft } from './save-ticket-type-draft.ts';

const file = new URL('../../../../../prisma/seed/ticket-types/repair.json', import.meta.url);
const repair = JSON.parse(readFileSync(file, 'utf8')) as TicketTypeDefinition;

let test: TestDatabase;
let context: Context;
let typeId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext(test.database);
  typeId = await publishTicketType(context, { definition: repair });
});
afterAll(() => test.drop());

async function read(id: string) {
  const row = await context.db.selectFrom('ticketTypeDraft').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { ...row, definition: row.definition as TicketTypeDefinition };
}
const save = (draftId: string, baseRevision: number, change: Partial<TicketTypeDefinition>) =>
  saveTicketTypeDraft(context, { draftId, baseRevision, definition: { ...repair, ...change } });

it('is one for a type, whoever begins it, and becomes its next version', async () => {
  const draftId = await createTicketTypeDraft(context, { typeId });
  expect(await createTicketTypeDraft(context, { typeId })).toBe(draftId);
  await save(draftId, 1, { icon: 'hammer' });
  await expect(publishTicketTypeDraft(context, { draftId, expectedRevision: 1 })).rejects.toMatchObject({
    code: 'stale_version',
  });
  expect(await publishTicketTypeDraft(context, { draftId, expectedRevision: 2 })).toBe(typeId);
  const versions = await context.db
    .selectFrom('ticketTypeVersion')
    .select(['number', 'definition'])
    .where('typeId', '=', typeId)
    .orderBy('number', 'desc')
    .execute();
  expect(versions[0]).toMatchObject({ number: 2, definition: { icon: 'hammer' } });
  await expect(save(draftId, 2, {})).rejects.toMatchObject({ code: 'not_found' });
  await publishTicketType(context, { definition: repair });
});

it('keeps what two admins change, and asks about what both change', async () => {
  const draftId = await createTicketTypeDraft(context, { typeId });
  await save(draftId, 1, { icon: 'hammer' });
  await save(draftId, 1, { prefix: 'RP' });
  expect(await read(draftId)).toMatchObject({ revision: 3, definition: { icon: 'hammer', prefix: 'RP' } });
  await expect(save(draftId, 1, { icon: 'saw' })).rejects.toMatchObject({
    code: 'draft_clash',
    current: {
      revision: 3,
      merged: { icon: 'saw', prefix: 'RP' },
      clashes: [{ path: ['icon'], before: repair.icon, theirs: 'hammer', mine: 'saw' }],
    },
  });
  expect(await read(draftId)).toMatchObject({ revision: 3, definition: { icon: 'hammer' } });
  await discardTicketTypeDraft(context, { draftId });
});

it('may have faults while it is designed, and none when it is published', async () => {
  const draftId = await createTicketTypeDraft(context, {
    key: 'loan',
    name: { en: 'Loan', zh: '借用' },
    prefix: 'LN',
  });
  const { definition } = await read(draftId);
  const faulty = { ...definition, prefix: 'x' };
  await saveTicketTypeDraft(context, { draftId, baseRevision: 1, definition: faulty });
  await expect(publishTicketTypeDraft(context, { draftId, expectedRevision: 2 })).rejects.toMatchObject({
    issues: [expect.objectContaining({ path: ['definition', 'prefix'] }) as unknown],
  });
  await saveTicketTypeDraft(context, { draftId, baseRevision: 2, definition });
  await publishTicketTypeDraft(context, { draftId, expectedRevision: 3 });
  const type = await context.db.selectFrom('ticketType').select('prefix').where('key', '=', 'loan').executeTakeFirst();
  expect(type).toEqual({ prefix: 'LN' });
});

it('names what a new type still needs, and refuses a key that is taken or changed', async () => {
  await expect(createTicketTypeDraft(context, { key: 'other' })).rejects.toMatchObject({
    issues: [expect.objectContaining({ path: ['name'] }), expect.objectContaining({ path: ['prefix'] })] as unknown,
  });
  const name = { en: 'Repair', zh: '维修' };
  await expect(createTicketTypeDraft(context, { key: repair.key, name, prefix: 'RR' })).rejects.toMatchObject({
    code: 'key_taken',
  });
  const draftId = await createTicketTypeDraft(context, { key: 'copy', name, prefix: 'RC', copyOf: typeId });
  const { definition } = await read(draftId);
  expect(definition).toMatchObject({ key: 'copy', prefix: 'RC', form: repair.form });
  await expect(save(draftId, 1, { key: 'another' })).rejects.toMatchObject({
    issues: [{ path: ['definition', 'key'], code: 'key_fixed' }],
  });
});
