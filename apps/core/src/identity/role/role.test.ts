import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { publishTicketType } from '../../ticket-type/publish-ticket-type.ts';
import { createServiceGroup } from '../service-group/create-service-group.ts';
import { deleteServiceGroup } from '../service-group/delete-service-group.ts';
import { updateServiceGroup } from '../service-group/update-service-group.ts';
import { actingAs, writeAgent, writePeople, writeRole, type People } from '../testing/write-people.ts';
import { createRole } from './create-role.ts';
import { deleteRole } from './delete-role.ts';
import { updateRole } from './update-role.ts';

let test: TestDatabase;
let people: People;
let admin: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  people = await writePeople(test.database);
  admin = await actingAs(test.database, people.adminId);
  const file = new URL('../../../../../prisma/seed/ticket-types/complaint.json', import.meta.url);
  await publishTicketType(admin, { definition: JSON.parse(readFileSync(file, 'utf8')) as unknown });
});
afterAll(() => test.drop());

const grantsOf = (roleId: string) =>
  test.database
    .selectFrom('roleGrant')
    .select(['permission', 'scope'])
    .where('roleId', '=', roleId)
    .orderBy('permission')
    .execute();

it('replaces the rights of a role, with the widest scope where it cannot be chosen', async () => {
  const roleId = await createRole(admin, { key: 'inspector', name: 'Inspector' });
  await updateRole(admin, {
    roleId,
    expectedVersion: 1,
    grants: [
      { permission: 'ticket.read', scope: 'department' },
      { permission: 'audit.read', scope: 'self' },
    ],
  });
  expect(await grantsOf(roleId)).toEqual([
    { permission: 'audit.read', scope: 'all' },
    { permission: 'ticket.read', scope: 'department' },
  ]);
  await expect(
    updateRole(admin, {
      roleId,
      expectedVersion: 2,
      grants: [
        { permission: 'ticket.read', scope: 'self' },
        { permission: 'ticket.read', scope: 'all' },
      ],
    }),
  ).rejects.toMatchObject({ issues: [{ path: ['grants', '1', 'permission'] }] });
});

it('refuses a right that the caller lacks, to make and to change', async () => {
  const clerkRole = await writeRole(test.database, 'clerk', { 'role.manage': 'all', 'ticket.read': 'self' });
  const clerk = await actingAs(
    test.database,
    await writeAgent(test.database, { rootId: people.rootId, roleId: clerkRole }),
  );
  const grants = [{ permission: 'ticket.read', scope: 'all' as const }];
  await expect(createRole(clerk, { key: 'own', name: 'Own', grants })).rejects.toMatchObject({
    permission: 'ticket.read',
  });
  await expect(updateRole(clerk, { roleId: clerkRole, expectedVersion: 1, grants })).rejects.toMatchObject({
    code: 'not_permitted',
  });
  expect(await test.database.selectFrom('role').select('id').where('key', '=', 'own').execute()).toEqual([]);
});

it('keeps roles that are built in, worn by somebody, or named by a ticket type, and the super admin whole', async () => {
  await expect(deleteRole(admin, { roleId: people.adminRoleId })).rejects.toMatchObject({ code: 'built_in' });
  await expect(updateRole(admin, { roleId: people.adminRoleId, expectedVersion: 1, grants: [] })).rejects.toMatchObject(
    { code: 'fixed_rights' },
  );
  const worn = await writeRole(test.database, 'worn', {});
  await writeAgent(test.database, { rootId: people.rootId, roleId: worn });
  await expect(deleteRole(admin, { roleId: worn })).rejects.toMatchObject({ current: { agents: 1 } });
  const free = await writeRole(test.database, 'free', { 'ticket.read': 'all' });
  await deleteRole(admin, { roleId: free });
  expect(await grantsOf(free)).toEqual([]);
});

it('keeps a service group that has members or that a ticket type names', async () => {
  const groupId = await createServiceGroup(admin, {
    key: 'complaints',
    name: 'Complaints',
    kind: 'work',
    strategy: 'claim',
    members: [{ agentId: people.adminId, skillLevel: 7 }],
  });
  await expect(deleteServiceGroup(admin, { groupId })).rejects.toMatchObject({ current: { members: 1 } });
  await updateServiceGroup(admin, { groupId, expectedVersion: 1, members: [] });
  await expect(deleteServiceGroup(admin, { groupId })).rejects.toMatchObject({
    current: { members: 0, ticketTypes: ['complaint'] },
  });
  await expect(
    createServiceGroup(admin, { key: 'complaints', name: 'Twice', kind: 'work', strategy: 'claim' }),
  ).rejects.toMatchObject({ issues: [{ path: ['key'] }] });
  const free = await createServiceGroup(admin, { key: 'free', name: 'Free', kind: 'voice', strategy: 'round_robin' });
  await deleteServiceGroup(admin, { groupId: free });
});
