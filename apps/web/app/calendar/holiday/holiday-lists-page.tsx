import { holidayListDefinition } from '@handoff/core/calendar/holiday/holiday-list-definition';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { SidePanel } from '~/panel/side-panel.tsx';
import { createHolidayListMutation, holidayListsQuery } from './holiday-operations.ts';

export const handle = { i18n: ['calendar'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { holidayLists } = await executeOperation(request, holidayListsQuery);
  return holidayLists.map(({ definition, ...list }) => {
    const { holidays, makeUpDays } = holidayListDefinition.parse(definition);
    return { ...list, daysOff: holidays.length, makeUpDays: makeUpDays.length };
  });
}

export const action = defineAction({ create: createHolidayListMutation });

const idOf = (answer: Record<string, unknown>): string | null => {
  const { holidayList } = answer;
  return typeof holidayList === 'object' && holidayList !== null && 'id' in holidayList ? String(holidayList.id) : null;
};

/** Days off that several calendars share. */
export default function HolidayListsPage() {
  const { t } = useTranslation(['calendar', 'admin']);
  const lists = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <AdminPage
      title={t('list.title')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('list.new')}
        </Button>
      }
    >
      <p className="quiet">{t('list.hint')}</p>
      <AdminTable
        label={t('list.title')}
        rows={lists}
        rowId={(list) => list.id}
        empty={t('list.empty')}
        columns={[
          {
            header: t('name'),
            cell: (list) => <Link to={`/admin/holidays/${encodeURIComponent(list.id)}`}>{list.name}</Link>,
          },
          { header: t('admin:key'), cell: (list) => <span className="mono">{list.key}</span> },
          { header: t('list.days'), cell: (list) => list.daysOff },
          { header: t('import.makeUp'), cell: (list) => list.makeUpDays },
          {
            header: t('list.usedBy'),
            cell: (list) => list.calendars.map(({ name }) => name).join(', ') || t('list.unused'),
          },
        ]}
      />
      {isMaking && (
        <SidePanel title={t('list.new')} onClose={() => setIsMaking(false)}>
          <RecordForm
            intent="create"
            fields={[
              { name: 'name', label: t('name'), kind: 'text', isRequired: true },
              { name: 'key', label: t('admin:key'), kind: 'text', isRequired: true, hint: t('admin:keyHint') },
            ]}
            submitLabel={t('list.create')}
            onSaved={(answer) => {
              setIsMaking(false);
              const id = idOf(answer);
              if (id) navigate(`/admin/holidays/${encodeURIComponent(id)}`);
            }}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
