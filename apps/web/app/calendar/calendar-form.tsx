import type { CalendarDefinition } from '@handoff/core/calendar/calendar-definition';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import { SpanRows } from './span-rows.tsx';
import { WeekRows } from './week-rows.tsx';

interface CalendarFormProps {
  calendar: { id: string; version: number; name: string; definition: CalendarDefinition };
}

/** The week, the holidays, and the special days that win over both. */
export function CalendarForm({ calendar }: CalendarFormProps) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const [name, setName] = useState(calendar.name);
  const [definition, setDefinition] = useState(calendar.definition);
  const { save, fault, isSaving } = useSave(() => toast(t('saved')));
  const change = (part: Partial<CalendarDefinition>) => setDefinition((before) => ({ ...before, ...part }));
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.slice(0, path.length).join('.') === path.join('.'))?.message;
  return (
    <form
      className="admin-section"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) save('update', { calendarId: calendar.id, expectedVersion: calendar.version, name, definition });
      }}
    >
      <FaultNote fault={fault} shown={['name', 'definition']} />
      <div className="admin-filter">
        <TextInput name="name" label={t('calendar.name')} value={name} onChange={setName} error={errorAt('name')} />
        <TextInput
          name="zone"
          label={t('calendar.zone')}
          value={definition.zone}
          onChange={(zone) => change({ zone })}
          error={errorAt('definition', 'zone')}
        />
      </div>
      <WeekRows
        spans={definition.regular}
        errorAt={(index) => errorAt('definition', 'regular', String(index))}
        onChange={(regular) => change({ regular })}
      />
      <SpanRows
        title={t('calendar.holidays')}
        add={t('calendar.addHoliday')}
        spans={definition.holidays}
        columns={[
          { key: 'from', label: t('calendar.firstDay'), type: 'date' },
          { key: 'to', label: t('calendar.lastDay'), type: 'date' },
        ]}
        empty={{ from: '', to: '' }}
        errorAt={(index) => errorAt('definition', 'holidays', String(index))}
        onChange={(holidays) => change({ holidays })}
      />
      <SpanRows
        title={t('calendar.special')}
        add={t('calendar.addSpecial')}
        spans={definition.special}
        columns={[
          { key: 'date', label: t('calendar.day'), type: 'date' },
          { key: 'from', label: t('calendar.opens'), type: 'time' },
          { key: 'to', label: t('calendar.closes'), type: 'time' },
        ]}
        empty={{ date: '', from: '09:00', to: '18:00' }}
        errorAt={(index) => errorAt('definition', 'special', String(index))}
        onChange={(special) => change({ special })}
      />
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('calendar.save')}
        </Button>
      </div>
    </form>
  );
}
