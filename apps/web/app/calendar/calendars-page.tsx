import { calendarDefinition } from '@handoff/core/calendar/calendar-definition';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { calendarsQuery, createCalendarMutation } from './calendar-operations.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { calendars } = await executeOperation(request, calendarsQuery);
  return calendars.map(({ definition, ...calendar }) => ({
    ...calendar,
    zone: calendarDefinition.parse(definition).zone,
  }));
}

export const handle = { i18n: ['calendar'] };

export const action = defineAction({ create: createCalendarMutation });

const weekdays = (zone: string) => ({
  zone,
  regular: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  holidays: [],
  special: [],
});

export default function CalendarsPage() {
  const { t } = useTranslation(['calendar', 'admin']);
  const calendars = useLoaderData<typeof loader>();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <AdminPage
      title={t('admin:tab.calendars')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('new')}
        </Button>
      }
    >
      <AdminTable
        label={t('admin:tab.calendars')}
        rows={calendars}
        rowId={(calendar) => calendar.id}
        empty={t('empty')}
        columns={[
          {
            header: t('name'),
            cell: (calendar) => (
              <>
                <Link to={`/admin/calendars/${encodeURIComponent(calendar.id)}`}>{calendar.name}</Link>{' '}
                {calendar.isDefault && <Chip tone="accent">{t('default')}</Chip>}
              </>
            ),
          },
          { header: t('admin:key'), cell: (calendar) => <span className="mono">{calendar.key}</span> },
          { header: t('zone'), cell: (calendar) => calendar.zone },
        ]}
      />
      {isMaking && (
        <SidePanel title={t('new')} onClose={() => setIsMaking(false)}>
          <RecordForm
            intent="create"
            fields={[
              { name: 'name', label: t('name'), kind: 'text', isRequired: true },
              { name: 'key', label: t('admin:key'), kind: 'text', isRequired: true, hint: t('admin:keyHint') },
            ]}
            fixed={{ definition: weekdays(calendars[0]?.zone ?? 'Asia/Shanghai') }}
            submitLabel={t('create')}
            onSaved={() => setIsMaking(false)}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
