import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testContext } from '../platform/testing/test-context.ts';
import { createCalendar } from './create-calendar.ts';
import { previewCalendar } from './preview-calendar.ts';
import { updateCalendar } from './update-calendar.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const weekdays = {
  zone: 'Asia/Shanghai',
  regular: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  holidays: [],
  special: [],
};

it('names every fault of a definition, tells a stale version, and says when a ticket is due', async () => {
  const context = testContext(test.database);
  const calendarId = await createCalendar(context, { key: 'office', name: 'Office', definition: weekdays });
  await expect(
    updateCalendar(context, {
      calendarId,
      expectedVersion: 1,
      definition: { ...weekdays, regular: [{ days: [8], from: '09:00', to: '25:00' }], zone: 'Mars/Base' },
    }),
  ).rejects.toMatchObject({
    issues: expect.arrayContaining([
      expect.objectContaining({ path: ['definition', 'zone'] }),
      expect.objectContaining({ path: ['definition', 'regular', '0', 'days', '0'] }),
      expect.objectContaining({ path: ['definition', 'regular', '0', 'to'] }),
    ]) as unknown,
  });
  await expect(
    updateCalendar(context, {
      calendarId,
      expectedVersion: 1,
      definition: { ...weekdays, holidays: [{ from: '2026-10-08', to: '2026-10-01' }] },
    }),
  ).rejects.toMatchObject({ issues: [{ path: ['definition', 'holidays', '0'], code: 'backwards' }] });
  await updateCalendar(context, { calendarId, expectedVersion: 1, name: 'Head office' });
  await expect(updateCalendar(context, { calendarId, expectedVersion: 1, name: 'Late' })).rejects.toMatchObject({
    code: 'stale_version',
  });

  const friday = new Date('2026-03-20T09:00:00Z');
  const preview = await previewCalendar(context, { calendarId, from: friday, seconds: 2 * 3600 });
  expect(preview).toMatchObject({ isOpen: true, dueAt: new Date('2026-03-23T02:00:00Z') });
  expect(preview?.explanation.en).toBe('A ticket made 2026-03-20 17:00 is due 2026-03-23 10:00: 2 h of service time.');
});

it('has no due time where there is no service time', async () => {
  const context = testContext(test.database);
  const calendarId = await createCalendar(context, {
    key: 'closed',
    name: 'Closed',
    definition: { ...weekdays, regular: [] },
  });
  expect(await previewCalendar(context, { calendarId, from: new Date(), seconds: 60 })).toBeNull();
});
