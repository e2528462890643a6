import { createTestDatabase, type TestDatabase } from '@handoff/prisma/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testContext } from '../../platform/testing/test-context.ts';
import { createCalendar } from '../create-calendar.ts';
import { previewCalendar } from '../preview-calendar.ts';
import { createTimeScheme } from '../scheme/create-time-scheme.ts';
import { deleteTimeScheme } from '../scheme/delete-time-scheme.ts';
import { findBranch } from '../scheme/find-branch.ts';
import { updateTimeScheme } from '../scheme/update-time-scheme.ts';
import { createHolidayList } from './create-holiday-list.ts';
import { deleteHolidayList } from './delete-holiday-list.ts';
import { updateHolidayList } from './update-holiday-list.ts';

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

it('gives its days to every calendar that names it, and cannot be removed while one does', async () => {
  const context = testContext(test.database);
  const listId = await createHolidayList(context, { key: 'china', name: 'China' });
  const ids = await Promise.all(
    ['east', 'west'].map((key) =>
      createCalendar(context, { key, name: key, definition: { ...weekdays, holidayLists: ['china'] } }),
    ),
  );
  await updateHolidayList(context, {
    holidayListId: listId,
    expectedVersion: 1,
    definition: {
      holidays: [{ from: '2026-05-01', to: '2026-05-05' }],
      makeUpDays: [{ date: '2026-05-09', worksLike: 1 }],
    },
  });
  // Thursday evening: the rest is due on the make-up Saturday, since Monday and Tuesday are off.
  const from = new Date('2026-04-30T09:00:00Z');
  for (const calendarId of ids) {
    const preview = await previewCalendar(context, { calendarId, from, seconds: 37 * 3600 });
    expect(preview?.dueAt).toEqual(new Date('2026-05-09T10:00:00Z'));
  }
  const waiting = await test.database.selectFrom('outbox').select('key').where('kind', '=', 'calendar').execute();
  expect(waiting.map(({ key }) => key).toSorted()).toEqual(ids.toSorted());
  await expect(deleteHolidayList(context, { holidayListId: listId, expectedVersion: 2 })).rejects.toMatchObject({
    issues: [{ code: 'in_use', message: { en: expect.stringContaining('east, west') as string } }],
  });
  await expect(
    updateHolidayList(context, { holidayListId: listId, expectedVersion: 1, name: 'Late' }),
  ).rejects.toMatchObject({ code: 'stale_version' });
});

it('names every fault of a list, and a list that does not exist', async () => {
  const context = testContext(test.database);
  const day = { date: '2026-05-09', worksLike: 1 };
  await expect(
    createHolidayList(context, {
      key: 'broken',
      name: 'Broken',
      definition: { holidays: [{ from: '2026-05-05', to: '2026-05-01' }], makeUpDays: [day, day] },
    }),
  ).rejects.toMatchObject({
    issues: [
      { path: ['definition', 'holidays', '0'], code: 'backwards' },
      { path: ['definition', 'makeUpDays', '1'], code: 'duplicate' },
    ],
  });
  await expect(
    createCalendar(context, { key: 'lost', name: 'Lost', definition: { ...weekdays, holidayLists: ['nowhere'] } }),
  ).rejects.toMatchObject({ issues: [{ path: ['definition', 'holidayLists', '0'], code: 'not_found' }] });
});

it('chooses the first branch of a time scheme whose calendar is open', async () => {
  const context = testContext(test.database);
  await createCalendar(context, { key: 'day', name: 'Day', definition: weekdays });
  const evening = { ...weekdays, regular: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '17:00', to: '22:00' }] };
  await createCalendar(context, { key: 'evening', name: 'Evening', definition: evening });
  const label = { en: 'x', zh: 'x' };
  const definition = {
    branches: [
      { key: 'workday', label, calendar: 'day' },
      { key: 'evening', label, calendar: 'evening' },
    ],
    otherwise: { key: 'closed', label },
  };
  const timeSchemeId = await createTimeScheme(context, { key: 'hotline', name: 'Hotline', definition });
  const at = (time: string) => findBranch(context, definition, new Date(`2026-03-18T${time}+08:00`));
  expect([await at('10:00'), await at('17:30'), await at('20:00'), await at('23:00')]).toEqual([
    'workday',
    'workday',
    'evening',
    'closed',
  ]);
  await expect(
    updateTimeScheme(context, {
      timeSchemeId,
      expectedVersion: 1,
      definition: {
        branches: [{ key: 'closed', label, calendar: 'moon' }],
        otherwise: { key: 'closed', label },
      },
    }),
  ).rejects.toMatchObject({
    issues: [
      { path: ['definition', 'branches', '0', 'calendar'], code: 'not_found' },
      { path: ['definition', 'otherwise', 'key'], code: 'duplicate' },
    ],
  });
  await updateTimeScheme(context, { timeSchemeId, expectedVersion: 1, name: 'Service line' });
  await deleteTimeScheme(context, { timeSchemeId, expectedVersion: 2 });
});
