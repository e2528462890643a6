import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { createServiceDesk } from '../../ticket/testing/service-desk.ts';
import { loadCompany } from './load-company.ts';
import { updateCompany } from './update-company.ts';

let test: TestDatabase;
let admin: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  const desk = await createServiceDesk(test.database);
  admin = await desk.hire({ 'department.manage': 'all' });
});
afterAll(() => test.drop());

it('changes what is named and shows it at once, although it had been read a moment before', async () => {
  const { id, version, ...before } = await loadCompany(admin);
  await updateCompany(admin, { expectedVersion: version, shortName: ' 云帆 ', zone: 'Europe/London' });
  expect(await loadCompany(admin)).toEqual({ ...before, id, version: 2, shortName: '云帆', zone: 'Europe/London' });
  await updateCompany(admin, { expectedVersion: 2, name: '云帆科技', locale: 'zh' });
  expect(await loadCompany(admin)).toMatchObject({ name: '云帆科技', shortName: '云帆', locale: 'zh', version: 3 });
  const audited = await test.database
    .selectFrom('auditEntry')
    .select(['action', 'changes'])
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute();
  expect(audited).toEqual([
    { action: 'company.updated', changes: { shortName: '云帆', zone: 'Europe/London' } },
    { action: 'company.updated', changes: { name: '云帆科技', locale: 'zh' } },
  ]);
});

it('refuses a zone that there is not, an empty name, and what somebody else has changed meanwhile', async () => {
  const before = await loadCompany(admin);
  const wrong = { expectedVersion: before.version, zone: 'Mars/Olympus', name: ' ' };
  await expect(updateCompany(admin, wrong)).rejects.toMatchObject({ issues: [{ path: ['name'] }, { path: ['zone'] }] });
  const late = { expectedVersion: before.version - 1, name: 'Late' };
  await expect(updateCompany(admin, late)).rejects.toMatchObject({ code: 'stale_version' });
  expect(await loadCompany(admin)).toEqual(before);
});
