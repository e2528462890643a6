import { expect, it } from 'vitest';
import { calendarYear } from './calendar-year.ts';
import type { CalendarDefinition } from './calendar-definition.ts';

const said = (en: string, zh: string) => ({ en, zh });
const calendar: CalendarDefinition = {
  zone: 'Asia/Shanghai',
  regular: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  holidays: [
    { from: '2026-05-01', to: '2026-05-05', name: said('Labour Day', '劳动节') },
    { from: '2020-12-31', to: '2020-12-31', yearly: true },
  ],
  makeUpDays: [{ date: '2026-05-09', worksLike: 5, name: said('Labour Day', '劳动节') }],
  special: [{ date: '2026-05-01', from: '10:00', to: '12:00', name: said('Duty day', '值班日') }],
};

it('says of each day what it is and why: special before holiday before regular', () => {
  const days = calendarYear(calendar, 2026);
  const on = (date: string) => days.find((day) => day.date === date);
  expect(days).toHaveLength(365);
  expect(on('2026-05-01')).toMatchObject({
    kind: 'special',
    spans: [{ from: 600, to: 720 }],
    explanation: said(
      'Special working time: Duty day (wins over the holiday Labour Day)',
      '特殊工作时间：值班日（优先于节假日“劳动节”）',
    ),
  });
  expect(on('2026-05-04')).toMatchObject({ kind: 'holiday', spans: [], explanation: { en: 'Holiday: Labour Day' } });
  expect(on('2026-05-09')).toMatchObject({
    kind: 'make_up',
    spans: [{ from: 540, to: 1080 }],
    explanation: { en: 'Make-up day, worked like Friday: Labour Day', zh: '调休上班，按周五的时间：劳动节' },
  });
  expect(on('2026-05-10')).toMatchObject({ kind: 'closed', spans: [] });
  expect(on('2026-05-11')).toMatchObject({ kind: 'regular' });
  expect(on('2026-12-31')).toMatchObject({ kind: 'holiday' });
  expect(calendarYear(calendar, 2028)).toHaveLength(366);
});
