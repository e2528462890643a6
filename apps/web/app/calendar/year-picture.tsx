import './calendar.css';
import type { CalendarDefinition } from '@handoff/core/calendar/calendar-definition';
import { calendarYear, type CalendarDay } from '@handoff/core/calendar/calendar-year';
import { localize } from '@handoff/core/platform/text/localize';
import IconButton from '@mui/material/IconButton';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatSpokenDate } from '~/format/format-date.ts';
import { useFormat } from '~/format/format-context.tsx';
import { weekdays } from './weekdays.ts';

interface YearPictureProps {
  /** With the days of its holiday lists. */
  calendar: CalendarDefinition;
  /** ISO date in the calendar's zone. */
  today: string;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const hoursOf = (day: CalendarDay) => day.spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
const weekdayOf = (date: string) => ((new Date(date).getUTCDay() + 6) % 7) + 1;

/** Each day of a year with its kind, its hours and the reason, as a picture to walk through or as a table. */
export function YearPicture({ calendar, today }: YearPictureProps) {
  const { t, i18n } = useTranslation('calendar');
  const { locale } = useFormat();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [isTable, setIsTable] = useState(false);
  const [shownDate, setShownDate] = useState<string | null>(null);
  const days = useMemo(() => calendarYear(calendar, year), [calendar, year]);
  const current = days.find(({ date }) => date === (shownDate ?? today)) ?? days[0];
  const dateWords = (date: string) => formatDate(new Date(date), locale, 'UTC');
  const spokenDate = (date: string) => formatSpokenDate(new Date(date), locale, 'UTC');
  const sentence = (day: CalendarDay, date = dateWords(day.date)) =>
    [date, hoursOf(day), localize(day.explanation, i18n.language)].filter(Boolean).join(' · ');
  const mark = (kind: CalendarDay['kind']) => (kind === 'regular' || kind === 'closed' ? undefined : t(`mark.${kind}`));
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const at = days.findIndex(({ date }) => date === current?.date);
    const next = step === undefined ? undefined : days[at + step];
    if (!next) return;
    event.preventDefault();
    setShownDate(next.date);
    event.currentTarget.closest('.year-months')?.querySelector<HTMLElement>(`[data-date="${next.date}"]`)?.focus();
  };
  return (
    <section className="admin-section" aria-labelledby="year">
      <div className="year-head">
        <h2 id="year">{t('year.title')}</h2>
        <IconButton size="small" aria-label={t('year.previous')} onClick={() => setYear(year - 1)}>
          <ChevronLeft size={16} />
        </IconButton>
        <b className="figure" aria-live="polite">
          {year}
        </b>
        <IconButton size="small" aria-label={t('year.next')} onClick={() => setYear(year + 1)}>
          <ChevronRight size={16} />
        </IconButton>
        <span className="segments">
          <button type="button" aria-pressed={!isTable} onClick={() => setIsTable(false)}>
            {t('year.picture')}
          </button>
          <button type="button" aria-pressed={isTable} onClick={() => setIsTable(true)}>
            {t('year.table')}
          </button>
        </span>
      </div>
      {isTable ? (
        <div className="year-table" tabIndex={0} role="group" aria-labelledby="year">
          <table className="admin-table">
            <thead>
              <tr>
                {(['date', 'kind', 'hours', 'why'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`year.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.date}>
                  <td>{dateWords(day.date)}</td>
                  <td data-name={t('year.kind')}>{t(`kind.${day.kind}`)}</td>
                  <td data-name={t('year.hours')}>{hoursOf(day) || t('year.none')}</td>
                  <td data-name={t('year.why')}>{localize(day.explanation, i18n.language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <>
          <p className="year-legend small">
            {(['regular', 'special', 'make_up', 'holiday', 'closed'] as const).map((kind) => (
              <span key={kind}>
                <i className={`year-day ${kind}`} aria-hidden="true" data-mark={mark(kind)} />
                {t(`kind.${kind}`)}
              </span>
            ))}
          </p>
          <p className="year-told small">{current && shownDate ? sentence(current) : t('year.hint')}</p>
          <div className="year-months">
            {monthsOf(days).map((month) => (
              <div key={month[0]?.date} className="year-month" role="group" aria-label={monthWords(month, locale)}>
                <b aria-hidden="true">{monthWords(month, locale)}</b>
                <div className="year-days">
                  {weekdays.map((day) => (
                    <span key={day} aria-hidden="true" className="year-weekday">
                      {t(`day.${day}`).slice(i18n.language === 'zh' ? -1 : 0, i18n.language === 'zh' ? undefined : 1)}
                    </span>
                  ))}
                  {month.map((day) => (
                    <button
                      key={day.date}
                      type="button"
                      data-date={day.date}
                      data-mark={mark(day.kind)}
                      className={`year-day ${day.kind}`}
                      style={day === month[0] ? { gridColumnStart: weekdayOf(day.date) } : undefined}
                      aria-label={`${sentence(day, spokenDate(day.date))} (${t(`kind.${day.kind}`)})`}
                      aria-current={day.date === today ? 'date' : undefined}
                      tabIndex={day.date === current?.date ? 0 : -1}
                      onKeyDown={walk}
                      onFocus={() => setShownDate(day.date)}
                      onPointerEnter={() => setShownDate(day.date)}
                    >
                      {Number(day.date.slice(8))}
                    </button>
                  ))}
                </div>
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const monthsOf = (days: readonly CalendarDay[]): CalendarDay[][] =>
  Array.from({ length: 12 }, (_, month) => days.filter(({ date }) => Number(date.slice(5, 7)) === month + 1));

const monthWords = (month: readonly CalendarDay[], locale: string): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(month[0]?.date ?? 0),
  );
