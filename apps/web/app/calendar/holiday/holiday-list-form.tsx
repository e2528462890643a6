import '../calendar.css';
import type { HolidayListDefinition } from '@handoff/core/calendar/holiday/holiday-list-definition';
import { Link } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import { DayRows } from '../day-rows.tsx';
import { SaveOrDelete } from '../save-or-delete.tsx';
import { useDayColumns } from '../use-day-columns.ts';
import { ImportButtons } from './import-buttons.tsx';

interface HolidayListFormProps {
  list: {
    id: string;
    name: string;
    version: number;
    definition: HolidayListDefinition;
    calendars: readonly { id: string; name: string }[];
  };
  year: number;
}

/** A list's days off and make-up days, and the calendars that they count for. */
export function HolidayListForm({ list, year }: HolidayListFormProps) {
  const { t } = useTranslation('calendar');
  const toast = useToast();
  const [name, setName] = useState(list.name);
  const [{ holidays, makeUpDays }, setDays] = useState(list.definition);
  const columns = useDayColumns();
  const { save, fault, isSaving } = useSave(() => toast(t('savedMoves')));
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.slice(0, path.length).join('.') === path.join('.'))?.message;
  const which = { holidayListId: list.id, expectedVersion: list.version };
  return (
    <form
      className="admin-section calendar-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save('update', { ...which, name, definition: { holidays, makeUpDays } });
      }}
    >
      <FaultNote fault={fault} shown={['name', 'definition']} />
      <p className="small quiet">
        {t('list.usedBy')}:{' '}
        {list.calendars.length === 0
          ? t('list.unused')
          : list.calendars.map((calendar, index) => (
              <span key={calendar.id}>
                {index > 0 && ', '}
                <Link to={`/admin/calendars/${encodeURIComponent(calendar.id)}`}>{calendar.name}</Link>
              </span>
            ))}
      </p>
      <div className="admin-filter">
        <TextInput name="name" label={t('name')} value={name} onChange={setName} error={errorAt('name')} />
      </div>
      <h2>{t('holidays')}</h2>
      <ImportButtons
        zone="UTC"
        year={year}
        known={{ holidays, makeUpDays, special: [] }}
        takesHours={false}
        onTake={(days) =>
          setDays({
            holidays: [...holidays, ...days.holidays],
            makeUpDays: [...makeUpDays, ...days.makeUpDays],
          })
        }
      />
      <DayRows
        title={t('list.days')}
        add={t('addHoliday')}
        spans={holidays}
        columns={columns.holidays}
        empty={{ from: '', to: '' }}
        errorAt={(index) => errorAt('definition', 'holidays', String(index))}
        onChange={(next) => setDays({ holidays: next, makeUpDays })}
      />
      <DayRows
        title={t('makeUpDays')}
        add={t('addMakeUpDay')}
        spans={makeUpDays}
        columns={columns.makeUpDays}
        empty={{ date: '', worksLike: 1 }}
        errorAt={(index) => errorAt('definition', 'makeUpDays', String(index))}
        onChange={(next) => setDays({ holidays, makeUpDays: next })}
      />
      <SaveOrDelete
        words={{
          save: t('list.save'),
          remove: t('list.delete'),
          removeText: t('list.deleteText', { name: list.name }),
          cancel: t('list.cancel'),
        }}
        isSaving={isSaving}
        which={which}
        listTo="/admin/holidays"
      />
    </form>
  );
}
