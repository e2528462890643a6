import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/id.ts';
import type { Context } from '../../platform/context.ts';
import { verifyPassword } from '../sign-in/password.ts';
import { actingAs, writeAgent, writePeople, writeRole, type People } from '../testing/write-people.ts';
import { createAgent } from './create-agent.ts';
import { resetPassword } from './reset-password.ts';
import { updateAgent } from './update-agent.ts';

let test: TestDatabase;
let people: People;
let admin: Context;
let overseer: string;

beforeAll(async () => {
  test = await createTestDatabase();
  people = await writePeople(test.database);
  admin = await actingAs(test.database, people.adminId);
  overseer = await writeRole(test.database, 'manager', { 'agent.oversee': 'all' });
});
afterAll(() => test.drop());

const read = (id: string) =>
  test.database.selectFrom('agent').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

let made = 0;
async function make(input: Partial<Parameters<typeof createAgent>[1]> = {}): Promise<string> {
  const { agentId } = await createAgent(admin, {
    name: '李娜',
    loginName: `person.${(made += 1)}`,
    departmentId: people.rootId,
    ...input,
  });
  return agentId;
}

async function openSession(agentId: string): Promise<string> {
  const id = newId();
  const now = new Date();
  await test.database
    .insertInto('session')
    .values({
      id,
      agentId,
      tokenHash: id.padEnd(64, '0'),
      ip: '127.0.0.1',
      userAgent: 'test',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    })
    .execute();
  return id;
}

const isOpen = async (id: string) => {
  const row = await test.database.selectFrom('session').select('revokedAt').where('id', '=', id).executeTakeFirst();
  return row?.revokedAt === null;
};

describe('making an account', () => {
  it('gives a password for one sign-in, keeps only its hash, and leaves it out of the audit log', async () => {
    const { agentId, temporaryPassword } = await createAgent(admin, {
      name: '王建国',
      loginName: 'wang.jianguo',
      departmentId: people.rootId,
      workNumber: '801',
    });
    const agent = await read(agentId);
    expect(agent).toMatchObject({ mustChangePassword: true, namePinyin: 'wang jian guo wjg' });
    expect(await verifyPassword(agent.passwordHash, temporaryPassword)).toBe(true);
    const audit = await test.database.selectFrom('auditEntry').selectAll().where('subjectId', '=', agentId).execute();
    expect(JSON.stringify(audit)).not.toContain(temporaryPassword);
    await expect(make({ loginName: 'wang.jianguo' })).rejects.toMatchObject({ issues: [{ path: ['loginName'] }] });
    await expect(make({ workNumber: '801' })).rejects.toMatchObject({ issues: [{ path: ['workNumber'] }] });
    await expect(make({ loginName: 'Not Allowed' })).rejects.toMatchObject({ issues: [{ path: ['loginName'] }] });
  });
});

describe('the reporting tree', () => {
  it('moves with everybody below, and has no cycles', async () => {
    const top = await make({ roleIds: [overseer] });
    const lead = await make({ roleIds: [overseer], reportingManagerId: top });
    const person = await make({ reportingManagerId: lead });
    const other = await make({ roleIds: [overseer] });

    await updateAgent(admin, { agentId: lead, expectedVersion: 1, reportingManagerId: other });

    expect((await read(person)).reportingPath).toBe(`/${other}/${lead}/${person}/`);
    await expect(
      updateAgent(admin, { agentId: other, expectedVersion: 1, reportingManagerId: lead }),
    ).rejects.toMatchObject({ issues: [{ path: ['reportingManagerId'], code: 'cycle' }] });
    await expect(make({ reportingManagerId: person })).rejects.toMatchObject({ issues: [{ code: 'not_a_manager' }] });
    await updateAgent(admin, { agentId: lead, expectedVersion: 2, reportingManagerId: null });
    expect((await read(person)).reportingPath).toBe(`/${lead}/${person}/`);
  });
});

describe('rights', () => {
  it('are not handed out by somebody who lacks them', async () => {
    const clerkRole = await writeRole(test.database, 'clerk', { 'agent.manage': 'all', 'ticket.read': 'department' });
    const wide = await writeRole(test.database, 'wide', { 'ticket.read': 'all' });
    const narrow = await writeRole(test.database, 'narrow', { 'ticket.read': 'self' });
    const clerk = await actingAs(
      test.database,
      await writeAgent(test.database, { rootId: people.rootId, roleId: clerkRole }),
    );
    const agentId = await make();

    await expect(
      updateAgent(clerk, { agentId, expectedVersion: 1, roleIds: [people.adminRoleId] }),
    ).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(updateAgent(clerk, { agentId, expectedVersion: 1, roleIds: [wide] })).rejects.toMatchObject({
      permission: 'ticket.read',
    });
    await updateAgent(clerk, { agentId, expectedVersion: 1, roleIds: [narrow] });
    await expect(resetPassword(clerk, { agentId: people.adminId })).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(updateAgent(clerk, { agentId: people.adminId, expectedVersion: 1, phone: '1' })).rejects.toMatchObject(
      { code: 'not_permitted' },
    );
  });

  it('stay with somebody: the last super admin can neither be disabled nor lose the role', async () => {
    const { version } = await read(people.adminId);
    const change = { agentId: people.adminId, expectedVersion: version };
    await expect(updateAgent(admin, { ...change, isActive: false })).rejects.toMatchObject({
      code: 'last_super_admin',
    });
    await expect(updateAgent(admin, { ...change, roleIds: [] })).rejects.toMatchObject({ code: 'last_super_admin' });
    const second = await make({ roleIds: [people.adminRoleId] });
    await updateAgent(admin, { agentId: second, expectedVersion: 1, isActive: false });
    await expect(updateAgent(admin, { ...change, isActive: false })).rejects.toMatchObject({
      code: 'last_super_admin',
    });
  });
});

describe('ending access', () => {
  it('signs out who is disabled', async () => {
    const agentId = await make();
    const session = await openSession(agentId);
    await updateAgent(admin, { agentId, expectedVersion: 1, isActive: false });
    expect(await isOpen(session)).toBe(false);
  });

  it('signs out whose password is reset, and takes the new one', async () => {
    const agentId = await make();
    const session = await openSession(agentId);
    const before = await read(agentId);
    const { temporaryPassword } = await resetPassword(admin, { agentId });
    const after = await read(agentId);
    expect(await isOpen(session)).toBe(false);
    expect(after.passwordHash).not.toBe(before.passwordHash);
    expect(await verifyPassword(after.passwordHash, temporaryPassword)).toBe(true);
  });
});
