import { expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const night = { from: '22:00', until: '07:30' };
const noon = { from: '12:00', until: '13:00' };
const at = (text: string) => new Date(text);
const shanghai = 'Asia/Shanghai';

it.each([
  ['before midnight', '2026-11-29T22:00:00+08:00', night, '2026-11-30T07:30:00+08:00'],
  ['after midnight', '2026-11-30T03:00:00+08:00', night, '2026-11-30T07:30:00+08:00'],
  ['at their end', '2026-11-30T07:30:00+08:00', night, null],
  ['before they begin', '2026-11-29T21:59:59+08:00', night, null],
  ['within a day', '2026-11-29T12:30:00+08:00', noon, '2026-11-29T13:00:00+08:00'],
  ['after those of the day', '2026-11-29T14:00:00+08:00', noon, null],
  ['with none', '2026-11-29T12:00:00+08:00', { from: '12:00', until: '12:00' }, null],
])('knows when quiet hours end %s', (_case, now, hours, end) => {
  expect(quietUntil(at(now), hours, shanghai)).toEqual(end && at(end));
});

it('goes by the clock of the person, also when it is put back', () => {
  // In Berlin the clock went from 03:00 to 02:00 on 25 October 2026.
  expect(quietUntil(at('2026-10-24T21:00:00Z'), night, 'Europe/Berlin')).toEqual(at('2026-10-25T06:30:00Z'));
  expect(quietUntil(at('2026-10-25T21:30:00Z'), night, 'Europe/Berlin')).toEqual(at('2026-10-26T06:30:00Z'));
});
