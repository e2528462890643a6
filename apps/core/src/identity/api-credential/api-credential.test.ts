import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { actorOfCredential } from '../credential.ts';
import { actingAs, writeAgent, writePeople, writeRole, type People } from '../testing/write-people.ts';
import { createApiCredential } from './create-api-credential.ts';
import { revokeApiCredential } from './revoke-api-credential.ts';

let test: TestDatabase;
let people: People;
let admin: Context;
let clerk: Context;

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);

beforeAll(async () => {
  test = await createTestDatabase();
  people = await writePeople(test.database);
  admin = await actingAs(test.database, people.adminId);
  const roleId = await writeRole(test.database, 'clerk', { 'credential.manage': 'all', 'ticket.read': 'self' });
  clerk = await actingAs(test.database, await writeAgent(test.database, { rootId: people.rootId, roleId }));
});
afterAll(() => test.drop());

it('makes a token that acts within its scopes until it is revoked', async () => {
  const { token, credentialId } = await createApiCredential(admin, {
    name: 'ERP',
    scopes: ['ticket.read'],
    expiresAt: inDays(30),
  });
  const actor = await actorOfCredential(test.database, token, new Date());
  expect(actor).toMatchObject({ kind: 'integration', agentId: people.adminId });
  expect([...(actor?.grants.keys() ?? [])]).toEqual(['ticket.read']);
  const row = await test.database
    .selectFrom('apiCredential')
    .selectAll()
    .where('id', '=', credentialId)
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(token);

  await expect(revokeApiCredential(clerk, { credentialId })).rejects.toMatchObject({ code: 'not_found' });
  await revokeApiCredential(admin, { credentialId });
  expect(await actorOfCredential(test.database, token, new Date())).toBeNull();
});

it('gives no more than the caller holds, and to others only with agent.manage', async () => {
  const wanted = { name: 'x', expiresAt: inDays(1) };
  await expect(createApiCredential(clerk, { ...wanted, scopes: ['audit.read'] })).rejects.toMatchObject({
    permission: 'audit.read',
  });
  await expect(
    createApiCredential(clerk, { ...wanted, scopes: ['ticket.read'], agentId: people.adminId }),
  ).rejects.toMatchObject({ permission: 'agent.manage' });
  const { token } = await createApiCredential(admin, {
    ...wanted,
    scopes: ['ticket.read'],
    agentId: clerk.actor.agentId ?? '',
  });
  expect(await actorOfCredential(test.database, token, new Date())).toMatchObject({ agentId: clerk.actor.agentId });
});

it.each([inDays(-1), inDays(367)])('refuses the expiry %s', async (expiresAt) => {
  await expect(createApiCredential(admin, { name: 'x', scopes: ['ticket.read'], expiresAt })).rejects.toMatchObject({
    issues: [{ path: ['expiresAt'] }],
  });
});
