import type { LocalizedText } from '../platform/text/localized-text.ts';
import type { CalendarDefinition } from './calendar-definition.ts';
import { holidaysOn, isoDate, makeUpOn, openSpans, type MinuteSpan } from './open-spans.ts';

export const DAY_KINDS = ['regular', 'special', 'make_up', 'holiday', 'closed'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** What a calendar says of a date, and why. */
export interface CalendarDay {
  date: string;
  kind: DayKind;
  /** Minutes of the wall clock, in order; a span may begin the evening before. */
  spans: readonly MinuteSpan[];
  explanation: LocalizedText;
}

const DAY_MS = 86_400_000;
const weekdays: readonly LocalizedText[] = [
  { en: 'Monday', zh: '周一' },
  { en: 'Tuesday', zh: '周二' },
  { en: 'Wednesday', zh: '周三' },
  { en: 'Thursday', zh: '周四' },
  { en: 'Friday', zh: '周五' },
  { en: 'Saturday', zh: '周六' },
  { en: 'Sunday', zh: '周日' },
];

/** Every day of a year, in the calendar's own dates. */
export function calendarYear(calendar: CalendarDefinition, year: number): CalendarDay[] {
  const first = Date.UTC(year, 0, 1) / DAY_MS;
  const length = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY_MS;
  return Array.from({ length }, (_, day) => calendarDay(calendar, first + day));
}

function calendarDay(calendar: CalendarDefinition, dayNumber: number): CalendarDay {
  const date = isoDate(dayNumber);
  const spans = openSpans(calendar, dayNumber);
  const special = calendar.special.filter((span) => span.date === date);
  const makeUp = makeUpOn(calendar, date);
  const [holiday] = holidaysOn(calendar, date);
  const over = holiday && insteadOf(holiday.name);
  if (special.length > 0) {
    const name = special.find((span) => span.name)?.name;
    return { date, kind: 'special', spans, explanation: said('Special working time', '特殊工作时间', name, over) };
  }
  if (makeUp) {
    const like = weekdays[makeUp.worksLike - 1] ?? { en: '', zh: '' };
    const words: LocalizedText = { en: `Make-up day, worked like ${like.en}`, zh: `调休上班，按${like.zh}的时间` };
    return { date, kind: 'make_up', spans, explanation: said(words.en, words.zh, makeUp.name, over) };
  }
  if (holiday) return { date, kind: 'holiday', spans, explanation: said('Holiday', '节假日', holiday.name) };
  if (spans.length > 0) return { date, kind: 'regular', spans, explanation: said('Regular hours', '常规工作时间') };
  return { date, kind: 'closed', spans, explanation: said('No hours on this day', '当天没有工作时间') };
}

const insteadOf = (name: LocalizedText | undefined): LocalizedText => ({
  en: `wins over the holiday${name ? ` ${name.en}` : ''}`,
  zh: `优先于节假日${name ? `“${name.zh}”` : ''}`,
});

function said(en: string, zh: string, name?: LocalizedText, more?: LocalizedText): LocalizedText {
  return {
    en: `${en}${name ? `: ${name.en}` : ''}${more ? ` (${more.en})` : ''}`,
    zh: `${zh}${name ? `：${name.zh}` : ''}${more ? `（${more.zh}）` : ''}`,
  };
}
