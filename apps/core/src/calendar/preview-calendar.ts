import { DateTime } from 'luxon';
import type { Context } from '../platform/context.ts';
import type { LocalizedText } from '../platform/text/localized-text.ts';
import { readCalendar } from './read-calendar.ts';
import { addServiceTime, isOpen, NoServiceTimeError } from './service-time.ts';

export interface CalendarPreview {
  isOpen: boolean;
  dueAt: Date;
  explanation: LocalizedText;
}

function words(from: Date, dueAt: Date, seconds: number, zone: string, open: boolean): LocalizedText {
  const at = (date: Date) => DateTime.fromJSDate(date, { zone }).toFormat('yyyy-MM-dd HH:mm');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const en = [hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(' ') || `${seconds} s`;
  const zh = [hours && `${hours} 小时`, minutes && `${minutes} 分钟`].filter(Boolean).join(' ') || `${seconds} 秒`;
  return {
    en: `A ticket made ${at(from)} is due ${at(dueAt)}: ${en} of service time${open ? '' : ', which begins with the next opening'}.`,
    zh: `${at(from)} 创建的工单于 ${at(dueAt)} 到期：${zh}服务时间${open ? '' : '，从下次服务开始时计算'}。`,
  };
}

/**
 * When something made at `from` is due after `seconds` of a calendar's service time, in words of its own zone.
 * Null if there is no such calendar, or ten years do not hold that much.
 */
export async function previewCalendar(
  context: Context,
  { calendarId, from, seconds }: { calendarId: string; from: Date; seconds: number },
): Promise<CalendarPreview | null> {
  const row = await context.db
    .selectFrom('calendar')
    .select(['id', 'version', 'definition'])
    .where('id', '=', calendarId)
    .executeTakeFirst();
  if (!row) return null;
  const calendar = await readCalendar(context, row);
  try {
    const open = isOpen(calendar, from);
    const dueAt = addServiceTime(calendar, from, seconds);
    return { isOpen: open, dueAt, explanation: words(from, dueAt, seconds, calendar.zone, open) };
  } catch (error) {
    if (error instanceof NoServiceTimeError) return null;
    throw error;
  }
}
