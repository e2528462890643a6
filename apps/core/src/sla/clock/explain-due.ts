import { DateTime } from 'luxon';
import type { CalendarDefinition } from '../../calendar/calendar-definition.ts';
import { serviceSecondsBetween } from '../../calendar/service-time.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { clockPeriods, foldClock } from './clock.ts';
import { duration } from './duration-words.ts';
import type { SlaEntry } from './sla-entry.ts';
import { slaReasons } from './sla-reasons.ts';

/** Why a clock's due time is what it is, in the calendar's zone; why it stands still, while it does. Null before it was started. */
export function explainDue(entries: readonly SlaEntry[], calendar: CalendarDefinition): LocalizedText | null {
  const state = foldClock(entries);
  if (!state) return null;
  const target = duration(state.targetSeconds);
  const start = localTime(state.startedAt, state.startedAt, calendar.zone);
  const paused = pausedSeconds(entries, calendar);
  if (state.dueAt === null) {
    const reason = clockPeriods(entries).at(-1)?.entry.reason.text ?? { en: 'paused', zh: '已暂停' };
    const left = duration(state.remainingSeconds ?? 0);
    return {
      en: `paused with ${left.en} of ${target.en} left: ${reason.en}`,
      zh: `已暂停,${target.zh}中还剩${left.zh}:${reason.zh}`,
    };
  }
  const due = localTime(state.dueAt, state.startedAt, calendar.zone);
  const pause = duration(paused);
  const isExtended = entries.some(({ reason }) => reason.code === slaReasons.extension.code);
  const first = localTime(state.originalDueAt, state.startedAt, calendar.zone);
  return {
    en: `due ${due}: ${target.en} of service time from ${start}${paused > 0 ? `, paused ${pause.en}` : ''}${isExtended ? `; extended, at first due ${first}` : ''}`,
    zh: `${due} 到期:自 ${start} 起 ${target.zh}服务时间${paused > 0 ? `,其间暂停${pause.zh}` : ''}${isExtended ? `;已延期,原定 ${first} 到期` : ''}`,
  };
}

function pausedSeconds(entries: readonly SlaEntry[], calendar: CalendarDefinition): number {
  return clockPeriods(entries)
    .filter((period) => period.kind === 'paused')
    .reduce((total, { from, to }) => total + (to ? serviceSecondsBetween(calendar, from, to) : 0), 0);
}

/** The time of day, with its date where that is not the day of the start. */
function localTime(at: Date, start: Date, zone: string): string {
  const local = DateTime.fromJSDate(at, { zone });
  const isSameDay = local.hasSame(DateTime.fromJSDate(start, { zone }), 'day');
  return local.toFormat(isSameDay ? 'HH:mm' : 'yyyy-MM-dd HH:mm');
}
