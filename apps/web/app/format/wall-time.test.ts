import { expect, it } from 'vitest';
import { fromWallTime, toWallTime } from './wall-time.ts';

it.each([
  ['Asia/Shanghai', '2026-03-18T14:30', '2026-03-18T06:30:00.000Z'],
  ['Europe/Berlin', '2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
  ['America/New_York', '2026-11-01T23:30', '2026-11-02T04:30:00.000Z'],
  ['Asia/Kolkata', '2026-01-01T00:15', '2025-12-31T18:45:00.000Z'],
])('goes from the wall of %s to the instant and back', (zone, wall, instant) => {
  expect(fromWallTime(wall, zone)).toBe(instant);
  expect(toWallTime(instant, zone)).toBe(wall);
});

it('is empty for what is not a time', () => {
  expect(toWallTime('soon', 'UTC')).toBe('');
  expect(fromWallTime('', 'UTC')).toBe('');
});
