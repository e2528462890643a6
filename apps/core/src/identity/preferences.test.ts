import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPreferences } from './load-preferences.ts';
import { setPreference } from './set-preference.ts';
import { actingAs, writePeople } from './testing/write-people.ts';

let test: TestDatabase;
let adminId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  ({ adminId } = await writePeople(test.database));
});
afterAll(() => test.drop());

it('keeps the last choice of each key, and null as a choice', async () => {
  const context = await actingAs(test.database, adminId);
  await setPreference(context, { key: 'timeZone', setting: 'Europe/London' });
  await setPreference(context, { key: 'timeZone', setting: null });
  await setPreference(context, { key: 'startPage', setting: 'tickets' });
  await setPreference(context, { key: 'keyboard', setting: { 'list.next': 'n', 'list.select': null } });
  expect(await loadPreferences(test.database, adminId)).toEqual({
    timeZone: null,
    startPage: 'tickets',
    keyboard: { 'list.next': 'n', 'list.select': null },
  });
});

it.each([
  ['colour', 'red', 'key'],
  ['timeZone', 'Mars/Olympus', 'setting'],
  ['startPage', 'admin', 'setting'],
  ['foldedTicketColumns', ['middle'], 'setting'],
  ['keyboard', { 'list.next': 'a much longer text than any keys' }, 'setting'],
  ['ticketViews', { order: [], colour: 'red' }, 'setting'],
  ['ticketViews', { order: Array.from({ length: 201 }, (_, n) => `v${n}`) }, 'setting'],
])('refuses %s = %j', async (key, setting, path) => {
  const context = await actingAs(test.database, adminId);
  await expect(setPreference(context, { key, setting })).rejects.toMatchObject({ issues: [{ path: [path] }] });
});
