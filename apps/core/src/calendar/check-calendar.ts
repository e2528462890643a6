import { fault, type Fault } from '../platform/fault.ts';
import type { CalendarDefinition } from './calendar-definition.ts';

/** Spans that last no time and ranges that end before they begin. */
export function checkCalendar(calendar: CalendarDefinition): Fault[] {
  return [
    ...checkDays(calendar),
    ...calendar.regular.flatMap((span, index) => (span.from === span.to ? [noTime(['regular', index])] : [])),
    ...calendar.special.flatMap((span, index) => (span.from === span.to ? [noTime(['special', index])] : [])),
    ...calendar.regular.flatMap(({ validFrom, validUntil }, index) =>
      validFrom && validUntil && validFrom > validUntil ? [backwards(['regular', index])] : [],
    ),
  ];
}

/** Days off that end before they begin, and days that two entries make working days. */
export function checkDays({ holidays, makeUpDays = [] }: Pick<CalendarDefinition, 'holidays' | 'makeUpDays'>): Fault[] {
  const dates = makeUpDays.map(({ date }) => date);
  return [
    ...holidays.flatMap((span, index) => (!span.yearly && span.from > span.to ? [backwards(['holidays', index])] : [])),
    ...dates.flatMap((date, index) => (dates.indexOf(date) === index ? [] : [twice(['makeUpDays', index], date)])),
  ];
}

function twice(path: (string | number)[], date: string): Fault {
  return fault(
    path,
    'duplicate',
    `${date} is a make-up day already. Remove one of the two.`,
    `${date} 已是调休上班日，请删除其中一条。`,
  );
}

function noTime(path: (string | number)[]): Fault {
  return fault(
    path,
    'no_time',
    'A span must not end when it begins. For a whole day use 00:00 to 24:00.',
    '时段的开始和结束不能相同,全天请用 00:00 到 24:00。',
  );
}

function backwards(path: (string | number)[]): Fault {
  return fault(path, 'backwards', 'The last day is before the first one. Swap them.', '结束日期早于开始日期,请对调。');
}
