import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../platform/context.ts';
import { createTicket } from '../ticket/create-ticket.ts';
import { createServiceDesk, type ServiceDesk } from '../ticket/testing/service-desk.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import { publishTicketType } from '../ticket-type/publish-ticket-type.ts';
import type { TicketTypeDefinition } from '../ticket-type/ticket-type-definition.ts';
import { createField } from './create-field.ts';
import { deleteField, graceDays, restoreField } from './delete-field.ts';
import { countRecords, usesOf } from './field-uses.ts';
import { purgeField } from './purge-field.ts';
import { updateField } from './update-field.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let system: Context;
beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  system = desk.system;
});
afterAll(() => test.drop());

const said = (text: string) => ({ en: text, zh: text });
const option = (value: string) => ({ value, label: said(value) });
const colour = {
  type: 'single_select',
  key: 'colour',
  label: said('Colour'),
  options: [option('red'), option('blue')],
};

const currentDefinition = async (): Promise<TicketTypeDefinition> => {
  const { currentVersionId } = await test.database
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('id', '=', desk.typeId)
    .executeTakeFirstOrThrow();
  return (await loadVersion(system, currentVersionId ?? '')).definition;
};

/** The type with these fields in the place of the shared ones that it has. */
async function publishWith(shared: object[]): Promise<void> {
  const definition = await currentDefinition();
  const [section] = definition.form.sections;
  const fields = section?.fields.filter(({ key }) => key !== 'colour') ?? [];
  await publishTicketType(system, {
    definition: {
      ...definition,
      form: { ...definition.form, sections: [{ ...section, fields: [...fields, ...shared] }] },
    },
  });
}

const inForm = { ...colour, isShared: true, required: true, searchable: true };
const fieldOf = (definition: TicketTypeDefinition) =>
  definition.form.sections[0]?.fields.find(({ key }) => key === 'colour');
const rowOf = (id: string) =>
  test.database.selectFrom('field').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

it('is followed by forms at each publishing; how a form uses it stays with the form', async () => {
  const fieldId = await createField(system, { definition: colour });
  await expect(createField(system, { definition: colour })).rejects.toMatchObject({ issues: [{ code: 'taken' }] });
  await publishWith([inForm]);
  await updateField(system, {
    fieldId,
    expectedVersion: 1,
    definition: { ...colour, label: said('Paint'), options: [option('red'), option('green')] },
  });
  expect(fieldOf(await currentDefinition())).toMatchObject({ label: said('Colour') });
  // The form still says what it knew; the registry says what holds.
  await publishWith([inForm]);
  expect(fieldOf(await currentDefinition())).toMatchObject({
    isShared: true,
    required: true,
    searchable: true,
    label: said('Paint'),
    options: [option('red'), option('green')],
  });
  expect(await usesOf(system, 'colour')).toEqual([
    { typeId: desk.typeId, draftId: null, name: expect.anything() as unknown },
  ]);
});

it('names what is wrong: kinds that cannot be shared, a key or type that changed, unknown and disabled fields', async () => {
  await expect(createField(system, { definition: { type: 'divider', key: 'line' } })).rejects.toMatchObject({
    issues: [{ path: ['definition', 'type'], code: 'not_allowed' }],
  });
  await expect(
    createField(system, { definition: { ...colour, key: 'shade', options: [option('red'), option('red')] } }),
  ).rejects.toMatchObject({ issues: [{ path: ['definition', 'options', '1', 'value'], code: 'duplicate' }] });
  const { id, version } = await test.database.selectFrom('field').selectAll().executeTakeFirstOrThrow();
  await expect(
    updateField(system, { fieldId: id, expectedVersion: version, definition: { ...colour, type: 'radio' } }),
  ).rejects.toMatchObject({ issues: [{ path: ['definition', 'type'], code: 'fixed' }] });
  await expect(publishWith([{ ...inForm, key: 'nowhere' }])).rejects.toMatchObject({
    issues: [{ code: 'unknown_field', path: ['definition', 'form', 'sections', '0', 'fields', '4'] }],
  });
  await updateField(system, { fieldId: id, expectedVersion: version, isActive: false });
  await expect(publishWith([inForm])).rejects.toMatchObject({ issues: [{ code: 'field_disabled' }] });
  await updateField(system, { fieldId: id, expectedVersion: version + 1, isActive: true });
});

it('leaves the values of a type that has made the field its own', async () => {
  const agent = await desk.hire({ 'ticket.read': 'self' });
  await createField(system, { definition: { type: 'text', key: 'shop', label: said('Shop') } });
  await publishWith([inForm, { type: 'text', key: 'shop', label: said('Shop'), isShared: true }]);
  const answers = { contact_phone: '+8613805715678', colour: 'red', shop: 'Hangzhou' };
  const ticketId = await createTicket(agent, { typeId: desk.typeId, title: 'Visit', answers });
  expect(await countRecords(system, 'shop')).toBe(1);
  const definition = await currentDefinition();
  const text = JSON.stringify(definition).replace(/("key":"shop".*?),"isShared":true/, '$1');
  await publishTicketType(system, { definition: JSON.parse(text) as unknown });
  expect(await countRecords(system, 'shop')).toBe(0);
  await test.database.deleteFrom('field').where('key', '=', 'shop').execute();
  await test.database.deleteFrom('ticket').where('id', '=', ticketId).execute();
});

it('is deleted once no form has it, by the number of records that hold a value, and purged after its grace', async () => {
  const agent = await desk.hire({ 'ticket.read': 'self' });
  const answers = { contact_phone: '+8613805715678', colour: 'green', note: 'kept' };
  const ticketId = await createTicket(agent, { typeId: desk.typeId, title: 'Visit', answers });
  const [field] = await test.database.selectFrom('field').selectAll().execute();
  if (!field) throw new Error('the field is gone');
  const which = { fieldId: field.id, expectedVersion: field.version };
  await expect(deleteField(system, { ...which, confirmedRecords: 1 })).rejects.toMatchObject({
    issues: [{ code: 'in_use', message: { en: expect.stringContaining('Visit') as string } }],
  });
  await publishWith([]);
  await expect(deleteField(system, { ...which, confirmedRecords: 0 })).rejects.toMatchObject({
    code: 'other_count',
    current: { records: 1 },
  });
  await deleteField(system, { ...which, confirmedRecords: 1 });
  const deleted = await rowOf(field.id);
  await restoreField(system, { fieldId: field.id, expectedVersion: deleted.version });
  expect(await purgeField(system, { fieldId: field.id, after: null })).toEqual({ purged: 0, after: null });
  await deleteField(system, { fieldId: field.id, expectedVersion: deleted.version + 1, confirmedRecords: 1 });
  expect(await purgeField(system, { fieldId: field.id, after: null })).toEqual({ purged: 0, after: null });
  expect(await countRecords(system, 'colour')).toBe(1);

  const later = { ...system, now: () => new Date(Date.now() + (graceDays + 1) * 86_400_000) };
  expect(await purgeField(later, { fieldId: field.id, after: null })).toEqual({ purged: 1, after: null });
  expect(await purgeField(later, { fieldId: field.id, after: null })).toEqual({ purged: 0, after: null });
  const ticket = await test.database
    .selectFrom('ticket')
    .select('answers')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  expect(ticket.answers).toEqual({ contact_phone: '+8613805715678', note: 'kept' });
  const events = await test.database.selectFrom('ticketEvent').selectAll().where('ticketId', '=', ticketId).execute();
  expect(JSON.stringify(events)).not.toContain('green');
  expect(JSON.stringify(events)).toContain('kept');
  const values = await test.database.selectFrom('fieldValue').selectAll().where('ownerId', '=', ticketId).execute();
  expect(values.map((value) => value.field)).not.toContain('colour');
  expect(await test.database.selectFrom('field').selectAll().execute()).toEqual([]);
  const waiting = await test.database.selectFrom('outbox').select('kind').where('kind', '=', 'field').execute();
  expect(waiting).toHaveLength(2);
});
