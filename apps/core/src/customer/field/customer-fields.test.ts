import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createField } from '../../field/create-field.ts';
import { deleteField } from '../../field/delete-field.ts';
import { countRecords } from '../../field/field-uses.ts';
import { purgeField } from '../../field/purge-field.ts';
import { updateField } from '../../field/update-field.ts';
import type { Context } from '../../platform/context.ts';
import { createServiceDesk, type ServiceDesk } from '../../ticket/testing/service-desk.ts';
import { createCustomer } from '../create-customer.ts';
import { customerFilter } from '../customers.graphql.ts';
import { updateCustomer } from '../update-customer.ts';
import { addCustomerField, removeCustomerField, updateCustomerField } from './change-customer-fields.ts';
import { shownCustomerAnswers } from './customer-answers.ts';
import { loadCustomerFields } from './load-customer-fields.ts';

let test: TestDatabase;
let desk: ServiceDesk;
let admin: Context;
let colourId: string;
let mailId: string;

const said = (text: string) => ({ en: text, zh: text });
const fresh = <C extends Context>(context: C): C => ({ ...context, memo: new Map() });

beforeAll(async () => {
  test = await createTestDatabase();
  desk = await createServiceDesk(test.database);
  admin = await desk.hire({
    'customer_field.manage': 'all',
    'ticket_type.manage': 'all',
    'customer.write': 'all',
    'customer.read': 'all',
    'customer.reveal': 'all',
  });
  const options = [
    { value: 'red', label: said('Red') },
    { value: 'green', label: said('Green') },
  ];
  const colour = { type: 'single_select', key: 'colour', label: said('Colour'), options };
  colourId = await createField(desk.system, { definition: colour });
  mailId = await createField(desk.system, {
    definition: { type: 'email', key: 'second_mail', label: said('Second e-mail') },
  });
});
afterAll(() => test.drop());

const customerOf = (id: string) =>
  test.database.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const answersOf = async (id: string, context = admin) => shownCustomerAnswers(fresh(context), await customerOf(id));
const found = async (filter: Record<string, unknown>) => {
  const where = await customerFilter.where(filter, fresh(admin));
  return (await test.database.selectFrom('customer').select('id').where(where).execute()).map(({ id }) => id);
};

it('asks for what was chosen, in its order, and names what may not be', async () => {
  await addCustomerField(admin, { fieldId: colourId, isSearchable: true });
  await addCustomerField(admin, { fieldId: mailId });
  await updateCustomerField(admin, { key: 'second_mail', expectedVersion: 1, beforeKey: 'colour' });
  const fields = await loadCustomerFields(admin);
  expect(fields.filter(({ kind }) => kind === 'user_defined').map(({ key }) => key)).toEqual(['second_mail', 'colour']);
  await expect(addCustomerField(admin, { fieldId: colourId })).rejects.toMatchObject({ issues: [{ code: 'taken' }] });
  await expect(removeCustomerField(admin, { key: 'name' })).rejects.toMatchObject({
    issues: [{ path: ['key'], code: 'system_field' }],
  });
  await expect(updateCustomerField(admin, { key: 'kind', expectedVersion: 0, isRequired: true })).rejects.toMatchObject(
    {
      issues: [{ code: 'system_field' }],
    },
  );
  const agent = await desk.hire({ 'customer.write': 'all' });
  await expect(addCustomerField(agent, { fieldId: colourId })).rejects.toMatchObject({ code: 'not_permitted' });
});

it('reads answers with the form engine, keeps those that are not sent, and covers contact details', async () => {
  await expect(createCustomer(admin, { name: 'A', answers: { colour: 'blue' } })).rejects.toMatchObject({
    issues: [{ path: ['answers', 'colour'] }],
  });
  await expect(createCustomer(admin, { name: 'A', answers: { shade: 'blue' } })).rejects.toMatchObject({
    issues: [{ path: ['answers', 'shade'], code: 'unknown_field' }],
  });
  const id = await createCustomer(admin, { name: 'A', answers: { colour: 'red', second_mail: 'ann@example.com' } });
  await updateCustomer(admin, { customerId: id, expectedVersion: 1, answers: { colour: 'green' } });
  expect(await answersOf(id)).toEqual({ colour: 'green', second_mail: 'ann@example.com' });
  const covered = await desk.hire({ 'customer.read': 'all' });
  expect(await answersOf(id, covered)).toMatchObject({ second_mail: expect.stringContaining('*') as string });
  const change = await test.database
    .selectFrom('customerChange')
    .select('changes')
    .where('customerId', '=', id)
    .where('kind', '=', 'updated')
    .executeTakeFirstOrThrow();
  expect(change.changes).toEqual([{ field: 'answers.colour', from: 'red', to: 'green' }]);
});

it('merges two people’s answers one by one', async () => {
  const id = await createCustomer(admin, { name: 'B', answers: { colour: 'red' } });
  await updateCustomer(admin, { customerId: id, expectedVersion: 1, answers: { second_mail: 'b@example.com' } });
  await updateCustomer(admin, {
    customerId: id,
    expectedVersion: 1,
    answers: { colour: 'green' },
    before: { answers: { colour: 'red' } },
  });
  expect(await answersOf(id)).toEqual({ colour: 'green', second_mail: 'b@example.com' });
  await expect(
    updateCustomer(admin, {
      customerId: id,
      expectedVersion: 1,
      answers: { colour: null },
      before: { answers: { colour: 'red' } },
    }),
  ).rejects.toMatchObject({ code: 'same_fields', current: { fields: [{ field: 'answers.colour', theirs: 'green' }] } });
});

it('requires what has to be filled in, built-in facts too', async () => {
  const { version = 0 } = (await loadCustomerFields(admin)).find(({ key }) => key === 'colour') ?? {};
  await updateCustomerField(admin, { key: 'colour', expectedVersion: version, isRequired: true });
  await updateCustomerField(admin, { key: 'region', expectedVersion: 0, isRequired: true });
  await expect(createCustomer(admin, { name: 'C', answers: { colour: 'red' } })).rejects.toMatchObject({
    issues: [{ path: ['region'], code: 'required' }],
  });
  await expect(createCustomer(admin, { name: 'C', region: 'Hangzhou' })).rejects.toMatchObject({
    issues: [{ path: ['answers', 'colour'], code: 'required' }],
  });
  await updateCustomerField(admin, { key: 'colour', expectedVersion: version + 1, isRequired: false });
  await updateCustomerField(admin, { key: 'region', expectedVersion: 1, isRequired: false });
});

it('finds by searchable fields only, and brings data back when a removed field is added again', async () => {
  const id = await createCustomer(admin, { name: 'D', answers: { colour: 'red', second_mail: 'd@example.com' } });
  const red = { fields: [{ key: 'colour', in: ['red'] }] };
  expect(await found(red)).toEqual([id]);
  expect(await found({ fields: [{ key: 'second_mail', eq: 'd@example.com' }] })).toEqual([]);
  await removeCustomerField(admin, { key: 'colour' });
  expect(await found(red)).toEqual([]);
  await updateCustomer(admin, { customerId: id, expectedVersion: 1, answers: { second_mail: 'e@example.com' } });
  expect(await answersOf(id)).toEqual({ second_mail: 'e@example.com' });
  await addCustomerField(admin, { fieldId: colourId, isSearchable: true });
  expect(await answersOf(id)).toEqual({ colour: 'red', second_mail: 'e@example.com' });
  expect(await found(red)).toEqual([id]);
});

it('asks for a disabled field no more, shows what records hold, and keeps it', async () => {
  const id = await createCustomer(admin, { name: 'E', answers: { colour: 'red' } });
  await updateField(desk.system, { fieldId: colourId, expectedVersion: 1, isActive: false });
  expect(await answersOf(id)).toEqual({ colour: 'red' });
  await updateCustomer(admin, { customerId: id, expectedVersion: 1, answers: { second_mail: 'e@example.com' } });
  expect(await answersOf(id)).toEqual({ colour: 'red', second_mail: 'e@example.com' });
  await expect(createCustomer(admin, { name: 'F', answers: { colour: 'red' } })).rejects.toMatchObject({
    issues: [{ code: 'unknown_field' }],
  });
  await updateField(desk.system, { fieldId: colourId, expectedVersion: 2, isActive: true });
});

it('is deleted with all its data once customers are not asked for it, by the number of records', async () => {
  const which = { fieldId: colourId, expectedVersion: 3 };
  const records = await countRecords(desk.system, 'colour');
  expect(records).toBeGreaterThan(2);
  await expect(deleteField(admin, { ...which, confirmedRecords: records })).rejects.toMatchObject({
    issues: [{ code: 'in_use', message: { en: expect.stringContaining('Customers') as string } }],
  });
  await removeCustomerField(admin, { key: 'colour' });
  await deleteField(admin, { ...which, confirmedRecords: records });
  const later: Context = { ...desk.system, now: () => new Date(Date.now() + 31 * 86_400_000) };
  expect(await purgeField(later, { fieldId: colourId, after: null })).toEqual({ purged: records, after: null });
  expect(await countRecords(desk.system, 'colour')).toBe(0);
  const left = await test.database.selectFrom('fieldValue').select('field').where('field', '=', 'colour').execute();
  expect(left).toEqual([]);
  const told = await test.database.selectFrom('customerChange').select('changes').execute();
  expect(JSON.stringify(told)).not.toContain('colour');
});
