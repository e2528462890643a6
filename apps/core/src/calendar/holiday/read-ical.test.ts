import { expect, it } from 'vitest';
import { mostIcalCharacters, readIcal } from './read-ical.ts';

const at = { zone: 'Asia/Shanghai', from: new Date('2026-03-18T06:30:00Z') };
const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.map((event) => `BEGIN:VEVENT\nUID:${event.length}\n${event}\nEND:VEVENT`),
    'END:VCALENDAR',
  ].join('\n');

it('takes whole days as days off, by their names as make-up days, and repeats by year', () => {
  const days = readIcal(
    calendar(
      'SUMMARY:Labour Day\nDTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260506',
      'SUMMARY:劳动节（班）\nDTSTART;VALUE=DATE:20260509',
      'SUMMARY:Founding day\nDTSTART;VALUE=DATE:20190910\nRRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=10',
      'SUMMARY:Long ago\nDTSTART;VALUE=DATE:20190101',
    ),
    at,
  );
  expect(days.holidays).toEqual([
    { from: '2026-05-01', to: '2026-05-05', name: { en: 'Labour Day', zh: 'Labour Day' } },
    { from: '2019-09-10', to: '2019-09-10', name: { en: 'Founding day', zh: 'Founding day' }, yearly: true },
  ]);
  expect(days.makeUpDays).toMatchObject([{ date: '2026-05-09', worksLike: 1 }]);
  expect(days.leftOut).toMatchObject([{ name: 'Long ago', reason: { en: 'It is over.' } }]);
});

it('takes hours as special working time in the zone asked for, through changes of clocks', () => {
  const { special, leftOut } = readIcal(
    calendar(
      'SUMMARY:On duty\nDTSTART;TZID=Europe/London:20260328T220000\nDTEND;TZID=Europe/London:20260329T020000\nRRULE:FREQ=DAILY;COUNT=2',
      'SUMMARY:UTC\nDTSTART:20260401T010000Z\nDTEND:20260401T160000Z',
      'SUMMARY:Fair\nDTSTART:20260501T090000\nDTEND:20260503T180000',
    ),
    at,
  );
  expect(special.map(({ date, from, to }) => [date, from, to])).toEqual([
    ['2026-03-29', '06:00', '10:00'],
    ['2026-03-30', '05:00', '09:00'],
    ['2026-04-01', '09:00', '24:00'],
  ]);
  expect(leftOut).toMatchObject([{ name: 'Fair' }]);
});

it('leaves out what it cannot follow, and ends a repetition without end', () => {
  const { holidays, leftOut } = readIcal(
    calendar(
      'SUMMARY:Never\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'SUMMARY:Sundays\nDTSTART;VALUE=DATE:20260104\nRRULE:FREQ=WEEKLY;BYDAY=SU',
      'SUMMARY:Each second\nDTSTART:20260104T000000\nRRULE:FREQ=SECONDLY',
    ),
    at,
  );
  expect(leftOut.map(({ name }) => name)).toEqual(['Never', 'Each second']);
  expect(holidays.length).toBeGreaterThan(150);
  expect(holidays.length).toBeLessThanOrEqual(400);
});

it('says of a file that it is no calendar, or too large', () => {
  for (const text of ['nonsense', 'BEGIN:VCARD\nEND:VCARD', calendar('SUMMARY:Bad\nDTSTART;VALUE=DATE:soon')]) {
    expect(() => readIcal(text, at)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  }
  expect(() => readIcal('x'.repeat(mostIcalCharacters + 1), at)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ code: 'too_long' })] }),
  );
});
