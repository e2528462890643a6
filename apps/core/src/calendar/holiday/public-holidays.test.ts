import { expect, it } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { anonymousActor, systemActor } from '../../identity/actor.ts';
import { listCountries, listRegions, publicHolidays } from './public-holidays.ts';

const context = { actor: systemActor } as Context;

it('knows the days off of 2026 in China and the weekends that make up for them', async () => {
  const { holidays, makeUpDays } = await publicHolidays(context, { country: 'CN', fromYear: 2026, toYear: 2026 });
  expect(holidays).toContainEqual({
    from: '2026-02-15',
    to: '2026-02-23',
    name: { en: 'Spring Festival', zh: '春节' },
  });
  expect(holidays).toContainEqual(expect.objectContaining({ from: '2026-10-01', to: '2026-10-07' }));
  expect(makeUpDays.map(({ date }) => date)).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]);
});

it('knows those of other countries and their parts', async () => {
  const scotland = await publicHolidays(context, { country: 'GB', region: 'SCT', fromYear: 2026, toYear: 2027 });
  const england = await publicHolidays(context, { country: 'GB', region: 'ENG', fromYear: 2026, toYear: 2027 });
  const names = (days: typeof england) => days.holidays.map(({ from, name }) => `${from} ${name?.en ?? ''}`);
  expect(names(scotland)).toContain('2026-11-30 St Andrew’s Day');
  expect(names(england)).toContain('2027-03-29 Easter Monday');
  expect(names(england).filter((name) => /Andrew/.test(name))).toEqual([]);
  expect(england.makeUpDays).toEqual([]);
  expect(await listCountries('zh')).toContainEqual(expect.objectContaining({ code: 'GB' }));
  expect(await listRegions('GB', 'en')).toContainEqual({ code: 'SCT', name: 'Scotland' });
});

it('refuses too many years, countries it does not know, and whoever has no right', async () => {
  await expect(publicHolidays(context, { country: 'GB', fromYear: 2026, toYear: 2040 })).rejects.toMatchObject({
    issues: [{ path: ['toYear'] }],
  });
  await expect(publicHolidays(context, { country: 'XX', fromYear: 2026, toYear: 2026 })).rejects.toMatchObject({
    issues: [{ path: ['country'] }],
  });
  const stranger = { ...context, actor: anonymousActor };
  await expect(publicHolidays(stranger, { country: 'GB', fromYear: 2026, toYear: 2026 })).rejects.toMatchObject({
    permission: 'calendar.manage',
  });
});
