import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../platform/id.ts';
import type { Actor } from './actor.ts';
import { actorOfCredential } from './credential.ts';
import { renewActors } from './renew-actors.ts';
import { actorOfSession } from './sign-in/session.ts';
import { writeAgent, writePeople, writeRole } from './testing/write-people.ts';
import { hashToken } from './sign-in/token.ts';

const now = new Date('2026-03-18T06:30:00Z');
const later = new Date('2026-03-18T07:30:00Z');

let test: TestDatabase;
let agentId: string;
let roleId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  const { rootId } = await writePeople(test.database);
  roleId = await writeRole(test.database, 'some', { 'ticket.read': 'self', 'call.read': 'self' });
  agentId = await writeAgent(test.database, { rootId, roleId });
});
afterAll(() => test.drop());

async function bySession(): Promise<Actor> {
  const id = newId();
  const row = { id, agentId, tokenHash: hashToken(id), ip: '-', userAgent: '-', createdAt: now, lastSeenAt: now };
  await test.database
    .insertInto('session')
    .values({ ...row, expiresAt: later })
    .execute();
  const actor = await actorOfSession(test.database, id, now);
  if (!actor) throw new Error('no session');
  return actor;
}

async function byCredential(): Promise<Actor> {
  const id = newId();
  const scopes = JSON.stringify(['ticket.read']);
  await test.database
    .insertInto('apiCredential')
    .values({ id, name: '-', agentId, tokenHash: hashToken(id), hint: '-', scopes, createdAt: now, expiresAt: later })
    .execute();
  const actor = await actorOfCredential(test.database, id, now);
  if (!actor) throw new Error('no credential');
  return actor;
}

it('keeps whoever is still signed in, with the rights of now, in their order', async () => {
  const asked = [await byCredential(), await bySession(), await byCredential()];
  expect(await renewActors(test.database, asked, now)).toEqual(asked);
});

it.each([
  ['session', bySession],
  ['apiCredential', byCredential],
] as const)('drops a revoked %s and an expired one', async (table, enter) => {
  const [revoked, kept] = [await enter(), await enter()];
  const id = revoked.sessionId ?? revoked.credentialId ?? '';
  await test.database.updateTable(table).set({ revokedAt: now }).where('id', '=', id).execute();
  expect(await renewActors(test.database, [revoked, kept], now)).toEqual([null, kept]);
  expect(await renewActors(test.database, [kept], later)).toEqual([null]);
});

it('takes a right away that the role does not grant any more, also from a token', async () => {
  const asked = [await bySession(), await byCredential()];
  await test.database.deleteFrom('roleGrant').where('permission', '=', 'ticket.read').execute();
  const renewed = await renewActors(test.database, asked, now);
  expect(renewed.map((actor) => [...(actor?.grants.keys() ?? [])])).toEqual([['call.read'], []]);
});

it('drops a disabled agent', async () => {
  const actor = await bySession();
  await test.database.updateTable('agent').set({ isActive: false }).where('id', '=', agentId).execute();
  expect(await renewActors(test.database, [actor], now)).toEqual([null]);
});
