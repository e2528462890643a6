import type { HolidaySpan, MakeUpDay, SpecialSpan } from '@handoff/core/calendar/calendar-definition';
import { useTranslation } from 'react-i18next';
import type { DayColumn } from './day-rows.tsx';

/** What a day off, a make-up day and a special day each say of themselves. */
export function useDayColumns(): {
  holidays: DayColumn<HolidaySpan>[];
  makeUpDays: DayColumn<MakeUpDay>[];
  special: DayColumn<SpecialSpan>[];
} {
  const { t } = useTranslation('calendar');
  return {
    holidays: [
      { key: 'from', label: t('firstDay'), kind: 'date' },
      { key: 'to', label: t('lastDay'), kind: 'date' },
      { key: 'yearly', label: t('yearly'), kind: 'flag' },
    ],
    makeUpDays: [
      { key: 'date', label: t('makeUpDate'), kind: 'date' },
      { key: 'worksLike', label: t('worksLike'), kind: 'weekday' },
    ],
    special: [
      { key: 'date', label: t('specialDate'), kind: 'date' },
      { key: 'from', label: t('opens'), kind: 'time' },
      { key: 'to', label: t('closes'), kind: 'time' },
    ],
  };
}
