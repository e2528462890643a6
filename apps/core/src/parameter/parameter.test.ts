import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCustomer } from '../customer/create-customer.ts';
import { updateCustomerField } from '../customer/field/change-customer-fields.ts';
import { updateCustomer } from '../customer/update-customer.ts';
import type { Context } from '../platform/context.ts';
import { createServiceDesk } from '../ticket/testing/service-desk.ts';
import { createParameterOption } from './create-parameter-option.ts';
import { createParameter } from './create-parameter.ts';
import { deleteParameterOption } from './delete-parameter-option.ts';
import { deleteParameter } from './delete-parameter.ts';
import { moveParameterOption } from './move-parameter-option.ts';
import { updateParameter } from './update-parameter.ts';
import { updateParameterOption } from './update-parameter-option.ts';

let test: TestDatabase;
let admin: Context;
let sourcesId: string;
const said = (text: string) => ({ en: text, zh: text });

beforeAll(async () => {
  test = await createTestDatabase();
  const desk = await createServiceDesk(test.database);
  admin = await desk.hire({
    'parameter.manage': 'all',
    'customer_field.manage': 'all',
    'customer.read': 'all',
    'customer.write': 'all',
  });
  const row = await test.database
    .selectFrom('parameter')
    .select('id')
    .where('key', '=', 'customer-source')
    .executeTakeFirstOrThrow();
  sourcesId = row.id;
});
afterAll(() => test.drop());

const versionOf = async (optionId: string): Promise<number> => {
  const { version } = await test.database
    .selectFrom('parameterOption')
    .select('version')
    .where('id', '=', optionId)
    .executeTakeFirstOrThrow();
  return version;
};
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: { code: string; issues?: { code: string }[] }) => error.issues?.[0]?.code ?? error.code,
  );

it('has the lists that the product records from the start, one also under its older name', async () => {
  const rows = await test.database.selectFrom('parameter').select(['key', 'alias']).orderBy('id').execute();
  expect(rows.map(({ key }) => key)).toEqual([
    'call-purpose',
    'customer-source',
    'call-type',
    'device-type',
    'service-category',
    'customer-type',
  ]);
  expect(rows.find(({ alias }) => alias === 'IFGETIDLEPORTTYPE')?.key).toBe('device-type');
});

it('offers a new source to customers, keeps it where it was noted, and deletes only what never was', async () => {
  const fresh = () => ({ ...admin, memo: new Map() });
  const fair = { parameterId: sourcesId, key: 'fair', label: said('Fair') };
  const optionId = await createParameterOption(admin, fair);
  expect(await codeOf(createParameterOption(admin, fair))).toBe('taken');
  const customerId = await createCustomer(fresh(), { name: 'Wang', sourceKey: 'fair' });
  expect(await codeOf(createCustomer(fresh(), { name: 'Li', sourceKey: 'nowhere' }))).toBe('no_such_value');
  const which = async () => ({ optionId, expectedVersion: await versionOf(optionId) });
  expect(await codeOf(deleteParameterOption(admin, await which()))).toBe('in_use');
  await updateParameterOption(admin, { ...(await which()), isActive: false });
  expect(await codeOf(createCustomer(fresh(), { name: 'Li', sourceKey: 'fair' }))).toBe('no_such_value');
  await updateCustomer(fresh(), { customerId, expectedVersion: 1, name: 'Wang Fang', sourceKey: 'fair' });
  await updateCustomer(fresh(), { customerId, expectedVersion: 2, sourceKey: 'shop' });
  expect(await codeOf(deleteParameterOption(admin, await which()))).toBe('no error');
});

it('offers types of customers by the same rules', async () => {
  const fresh = () => ({ ...admin, memo: new Map() });
  const list = await test.database
    .selectFrom('parameterOption')
    .innerJoin('parameter', 'parameter.id', 'parameterOption.parameterId')
    .select('parameterOption.id')
    .where('parameter.key', '=', 'customer-type')
    .where('parameterOption.key', '=', 'partner')
    .executeTakeFirstOrThrow();
  const customerId = await createCustomer(fresh(), { name: 'Zhou', typeKey: 'partner' });
  expect(await codeOf(createCustomer(fresh(), { name: 'Li', typeKey: 'shop' }))).toBe('no_such_value');
  const which = { optionId: list.id, expectedVersion: 1 };
  expect(await codeOf(deleteParameterOption(admin, which))).toBe('in_use');
  await updateCustomer(fresh(), { customerId, expectedVersion: 1, typeKey: '' });
  expect(await codeOf(deleteParameterOption(admin, which))).toBe('no error');
});

it('offers and requires nothing of a list that is out of use, and keeps what was noted', async () => {
  const fresh = () => ({ ...admin, memo: new Map() });
  await updateCustomerField(admin, { key: 'source', expectedVersion: 0, isRequired: true });
  expect(await codeOf(createCustomer(fresh(), { name: 'Sun' }))).toBe('required');
  const customerId = await createCustomer(fresh(), { name: 'Sun', sourceKey: 'shop' });
  await updateParameter(admin, { parameterId: sourcesId, expectedVersion: 1, isActive: false });
  expect(await codeOf(createCustomer(fresh(), { name: 'Qian', sourceKey: 'shop' }))).toBe('no_such_value');
  expect(await codeOf(createCustomer(fresh(), { name: 'Qian' }))).toBe('no error');
  await updateCustomer(fresh(), { customerId, expectedVersion: 1, name: 'Sun Li', sourceKey: 'shop' });
  await updateParameter(admin, { parameterId: sourcesId, expectedVersion: 2, isActive: true });
  expect(await codeOf(createCustomer(fresh(), { name: 'Wu' }))).toBe('required');
  await updateCustomerField(admin, { key: 'source', expectedVersion: 1, isRequired: false });
});

it('moves a value among its neighbours, also where several had one place', async () => {
  const parameterId = await createParameter(admin, { key: 'moods', label: said('Moods') });
  for (const key of ['calm', 'cross', 'glad']) {
    await createParameterOption(admin, { parameterId, key, label: said(key) });
  }
  const options = () =>
    test.database
      .selectFrom('parameterOption')
      .select(['id', 'key', 'version'])
      .where('parameterId', '=', parameterId)
      .orderBy('position')
      .orderBy('id')
      .execute();
  const keys = async () => (await options()).map(({ key }) => key);
  const [calm] = await options();
  const which = { optionId: calm?.id ?? '', expectedVersion: 1 };
  await moveParameterOption(admin, { ...which, place: 1 });
  expect(await keys()).toEqual(['cross', 'calm', 'glad']);
  await moveParameterOption(admin, { ...which, expectedVersion: 2, place: 900 });
  expect(await keys()).toEqual(['cross', 'glad', 'calm']);
  expect(await codeOf(moveParameterOption(admin, { ...which, place: 0 }))).toBe('stale_version');
});

it('still takes the older names of sources', async () => {
  const id = await createCustomer(admin, { name: 'Zhao', source: 'referral' });
  const row = await test.database.selectFrom('customer').select('source').where('id', '=', id).executeTakeFirst();
  expect(row?.source).toBe('referral');
});

it('keeps a tree within four levels, and a value with others below it', async () => {
  const parameterId = await createParameter(admin, { key: 'topics', label: said('Topics'), kind: 'tree' });
  let parentId: string | null = null;
  const ids: string[] = [];
  for (const key of ['one', 'two', 'three', 'four']) {
    parentId = await createParameterOption(admin, { parameterId, parentId, key, label: said(key) });
    ids.push(parentId);
  }
  const tooDeep = createParameterOption(admin, { parameterId, parentId, key: 'five', label: said('five') });
  expect(await codeOf(tooDeep)).toBe('too_deep');
  const flat = createParameterOption(admin, { parameterId: sourcesId, parentId: ids[0], key: 'x', label: said('x') });
  expect(await codeOf(flat)).toBe('not_found');
  expect(await codeOf(deleteParameterOption(admin, { optionId: ids[0] ?? '', expectedVersion: 1 }))).toBe(
    'has_values_below',
  );
});

it('deletes no list that the product needs', async () => {
  expect(await codeOf(deleteParameter(admin, { parameterId: sourcesId, expectedVersion: 3 }))).toBe('built_in');
  const own = await createParameter(admin, { key: 'own', label: said('Own') });
  expect(await codeOf(deleteParameter(admin, { parameterId: own, expectedVersion: 1 }))).toBe('no error');
});
