import type { CalendarDefinition } from '@handoff/core/calendar/calendar-definition';
import type { HolidayListDefinition } from '@handoff/core/calendar/holiday/holiday-list-definition';
import { withHolidayLists } from '@handoff/core/calendar/holiday/with-holiday-lists';
import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';
import { ZoneInput } from '~/form/zone-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import { DayRows } from './day-rows.tsx';
import { ImportButtons } from './holiday/import-buttons.tsx';
import { useDayColumns } from './use-day-columns.ts';
import { WeekRows } from './week-rows.tsx';
import { YearPicture } from './year-picture.tsx';

export interface HolidayListChoice {
  id: string;
  key: string;
  name: string;
  definition: HolidayListDefinition;
}

interface CalendarFormProps {
  calendar: { id: string; version: number; name: string; definition: CalendarDefinition };
  lists: readonly HolidayListChoice[];
  today: string;
}

/** The week, the holidays, and the days that win over both; beside them the year that they make. */
export function CalendarForm({ calendar, lists, today }: CalendarFormProps) {
  const { t } = useTranslation('calendar');
  const toast = useToast();
  const [name, setName] = useState(calendar.name);
  const [definition, setDefinition] = useState(calendar.definition);
  const columns = useDayColumns();
  const { save, fault, isSaving } = useSave(() => toast(t('savedMoves')));
  const change = (part: Partial<CalendarDefinition>) => setDefinition((before) => ({ ...before, ...part }));
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.slice(0, path.length).join('.') === path.join('.'))?.message;
  const { holidays, special, makeUpDays = [], holidayLists = [] } = definition;
  const whole = useMemo(
    () =>
      withHolidayLists(
        definition,
        lists.filter(({ key }) => definition.holidayLists?.includes(key)).map((list) => list.definition),
      ),
    [definition, lists],
  );
  return (
    <form
      className="admin-section calendar-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save('update', { calendarId: calendar.id, expectedVersion: calendar.version, name, definition });
      }}
    >
      <FaultNote fault={fault} shown={['name', 'definition']} />
      <div className="admin-filter">
        <TextInput name="name" label={t('name')} value={name} onChange={setName} error={errorAt('name')} />
        <ZoneInput
          label={t('zone')}
          value={definition.zone}
          onChange={(zone) => zone && change({ zone })}
          error={errorAt('definition', 'zone')}
        />
      </div>
      <YearPicture calendar={whole} today={today} />
      <WeekRows
        spans={definition.regular}
        errorAt={(index) => errorAt('definition', 'regular', String(index))}
        onChange={(regular) => change({ regular })}
      />
      <section className="admin-section" aria-labelledby="lists">
        <h2 id="lists">{t('holidays')}</h2>
        <h3>{t('lists')}</h3>
        {lists.length === 0 && <p className="quiet small">{t('noLists')}</p>}
        {lists.map((list) => (
          <label key={list.key} className="admin-option">
            <input
              type="checkbox"
              className="check"
              checked={holidayLists.includes(list.key)}
              onChange={({ target }) =>
                change({
                  holidayLists: target.checked
                    ? [...holidayLists, list.key]
                    : holidayLists.filter((key) => key !== list.key),
                })
              }
            />
            {list.name}
          </label>
        ))}
        <p className="small">
          <Link to="/admin/holidays">{t('toLists')}</Link>
        </p>
      </section>
      <DayRows
        title={t('ownHolidays')}
        add={t('addHoliday')}
        spans={holidays}
        columns={columns.holidays}
        empty={{ from: '', to: '' }}
        errorAt={(index) => errorAt('definition', 'holidays', String(index))}
        onChange={(holidays) => change({ holidays })}
      />
      <DayRows
        title={t('makeUpDays')}
        add={t('addMakeUpDay')}
        spans={makeUpDays}
        columns={columns.makeUpDays}
        empty={{ date: '', worksLike: 1 }}
        errorAt={(index) => errorAt('definition', 'makeUpDays', String(index))}
        onChange={(makeUpDays) => change({ makeUpDays })}
      />
      <DayRows
        title={t('special')}
        add={t('addSpecial')}
        spans={special}
        columns={columns.special}
        empty={{ date: '', from: '09:00', to: '18:00' }}
        errorAt={(index) => errorAt('definition', 'special', String(index))}
        onChange={(special) => change({ special })}
      />
      <ImportButtons
        zone={definition.zone}
        year={Number(today.slice(0, 4))}
        known={{ holidays, makeUpDays, special }}
        onTake={(days) =>
          change({
            holidays: [...holidays, ...days.holidays],
            makeUpDays: [...makeUpDays, ...days.makeUpDays],
            special: [...special, ...days.special],
          })
        }
      />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
