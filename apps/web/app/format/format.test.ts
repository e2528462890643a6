import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDayTime, formatMoment, formatSpokenDate } from './format-date.ts';
import { formatClock, formatDuration } from './format-duration.ts';
import { formatBytes, formatFigure, formatMoney, formatNumber, formatPercent } from './format-number.ts';
import { formatPhone } from './format-phone.ts';

const zone = 'Asia/Shanghai';
const wednesday = new Date('2026-03-18T06:30:00Z');

describe('dates', () => {
  it('writes the exact time', () => {
    expect(formatDateTime(wednesday, 'en', zone)).toBe('Wed 18 Mar 2026 14:30');
    expect(formatDateTime(wednesday, 'zh', zone)).toBe('2026-03-18（周三）14:30');
    expect(formatDayTime(wednesday, 'en', zone)).toBe('18 Mar 14:30');
    expect(formatDayTime(wednesday, 'zh', zone)).toBe('3月18日 14:30');
    expect(formatDate(wednesday, 'zh', 'America/New_York')).toBe('2026-03-18（周三）');
    expect(formatSpokenDate(wednesday, 'zh', 'America/New_York')).toBe('2026年3月18日（周三）');
  });

  it.each([
    ['2026-03-18T00:05:00Z', '08:05', '08:05'],
    ['2026-03-16T01:30:00Z', 'Mon 09:30', '周一 09:30'],
    ['2026-03-15T01:30:00Z', '15 Mar', '3月15日'],
    ['2025-08-25T01:30:00Z', '25 Aug 2025', '2025年8月25日'],
  ])('writes %s as short as is clear', (instant, en, zh) => {
    expect(formatMoment(new Date(instant), wednesday, 'en', zone)).toBe(en);
    expect(formatMoment(new Date(instant), wednesday, 'zh', zone)).toBe(zh);
  });

  it('counts midnight as hour 0 of its day', () => {
    expect(formatDateTime(new Date('2026-03-17T16:00:00Z'), 'en', zone)).toBe('Wed 18 Mar 2026 00:00');
  });
});

describe('durations', () => {
  it.each([
    [4, '4 s', '4 秒'],
    [252, '4 min 12 s', '4 分 12 秒'],
    [2880, '48 min', '48 分'],
    [4800, '1 h 20 min', '1 小时 20 分'],
    [7200, '2 h', '2 小时'],
    [183_600, '2 d 3 h', '2 天 3 小时'],
    [-180, '3 min', '3 分'],
  ])('%d s', (seconds, en, zh) => {
    expect(formatDuration(seconds, 'en')).toBe(en);
    expect(formatDuration(seconds, 'zh')).toBe(zh);
  });

  it('is shorter in rows', () => expect(formatDuration(4800, 'zh', { isShort: true })).toBe('1 时 20 分'));

  it('runs as a clock', () => expect([6, 761, 3767].map(formatClock)).toEqual(['0:06', '12:41', '1:02:47']));
});

it('writes numbers, figures, shares and money', () => {
  expect(formatNumber(1284, 'en')).toBe('1,284');
  expect(formatFigure(12_345, 'zh')).toBe('1.2 万');
  expect(formatFigure(12_345, 'en')).toBe('12.3k');
  expect(formatPercent(0.8741, 'en')).toBe('87.4%');
  expect([0, 900, 2048, 1_500_000].map((size) => formatBytes(size, 'en'))).toEqual(['0B', '900B', '2 kB', '1.4 MB']);
  expect(formatMoney(649_900, 'CNY', 'zh')).toBe('¥6,499.00');
  expect(formatMoney(649_900, 'CNY', 'en')).toBe('¥6,499.00');
});

it.each([
  ['+8613805715678', '138 0571 5678'],
  ['138****5678', '138 **** 5678'],
  ['+8657187654321', '0571 8765 4321'],
  ['+861012345678', '010 1234 5678'],
  ['+442079460958', '+44 20 7946 0958'],
  ['8001', '8001'],
])('writes the phone %s', (number, shown) => expect(formatPhone(number)).toBe(shown));
