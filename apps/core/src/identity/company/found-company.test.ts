import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testContext } from '../../platform/testing/test-context.ts';
import { createDepartment } from '../department/create-department.ts';
import { actingAs } from '../testing/write-people.ts';
import { verifyPassword } from '../sign-in/password.ts';
import { foundCompany } from './found-company.ts';

let test: TestDatabase;
const input = {
  name: '云帆科技',
  zone: 'Europe/London',
  locale: 'en',
  administrator: { loginName: 'ada', name: 'Ada Byron' },
} as const;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const companies = () => test.database.selectFrom('company').select(['name', 'zone']).execute();

it('says which entry is wrong and makes nothing', async () => {
  const wrong = { ...input, zone: 'Mars/Olympus', administrator: { loginName: 'Ada Byron', name: 'Ada' } };
  const refused = foundCompany(testContext(test.database), wrong);
  await expect(refused).rejects.toMatchObject({
    issues: [{ path: ['zone'] }, { path: ['administrator', 'loginName'] }],
  });
  expect(await companies()).toEqual([]);
});

it('is done once, also by two at the same time, and leaves an administrator who can set up the rest', async () => {
  const outcomes = await Promise.allSettled([1, 2].map(() => foundCompany(testContext(test.database), input)));
  const [done, ...others] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(others).toEqual([]);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'company_exists' } });
  expect(await companies()).toEqual([{ name: '云帆科技', zone: 'Europe/London' }]);

  const agent = await test.database.selectFrom('agent').selectAll().executeTakeFirstOrThrow();
  expect(agent).toMatchObject({ loginName: 'ada', mustChangePassword: true });
  expect(await verifyPassword(agent.passwordHash, done?.temporaryPassword ?? '')).toBe(true);
  const administrator = await actingAs(test.database, agent.id);
  await createDepartment(administrator, { name: 'Service', parentId: agent.departmentId });
});
