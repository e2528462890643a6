import { timeSchemeDefinition } from '@handoff/core/calendar/scheme/time-scheme-definition';
import { localize } from '@handoff/core/platform/text/localize';
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
import { createTimeSchemeMutation, timeSchemesQuery } from './scheme-operations.ts';

export const handle = { i18n: ['calendar'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { timeSchemes, calendars } = await executeOperation(request, timeSchemesQuery);
  return {
    schemes: timeSchemes.map(({ definition, ...scheme }) => ({
      ...scheme,
      ...timeSchemeDefinition.parse(definition),
    })),
    calendar: (calendars.find(({ isDefault }) => isDefault) ?? calendars[0])?.key ?? '',
  };
}

export const action = defineAction({ create: createTimeSchemeMutation });

/** What a new scheme begins with: open in the company's service time, closed otherwise. */
const beginning = (calendar: string) => ({
  branches: [{ key: 'open', label: { en: 'Service time', zh: '服务时间' }, calendar }],
  otherwise: { key: 'closed', label: { en: 'Closed', zh: '非服务时间' } },
});

const idOf = (answer: Record<string, unknown>): string | null => {
  const { timeScheme } = answer;
  return typeof timeScheme === 'object' && timeScheme !== null && 'id' in timeScheme ? String(timeScheme.id) : null;
};

/** Named branches over calendars, for flows to choose by. */
export default function TimeSchemesPage() {
  const { t, i18n } = useTranslation(['calendar', 'admin']);
  const { schemes, calendar } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <AdminPage
      title={t('scheme.title')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('scheme.new')}
        </Button>
      }
    >
      <p className="quiet">{t('scheme.hint')}</p>
      <AdminTable
        label={t('scheme.title')}
        rows={schemes}
        rowId={(scheme) => scheme.id}
        empty={t('scheme.empty')}
        columns={[
          {
            header: t('name'),
            cell: (scheme) => <Link to={`/admin/time-schemes/${encodeURIComponent(scheme.id)}`}>{scheme.name}</Link>,
          },
          { header: t('admin:key'), cell: (scheme) => <span className="mono">{scheme.key}</span> },
          {
            header: t('scheme.branches'),
            cell: (scheme) =>
              [...scheme.branches, scheme.otherwise].map(({ label }) => localize(label, i18n.language)).join(' · '),
          },
        ]}
      />
      {isMaking && (
        <SidePanel title={t('scheme.new')} onClose={() => setIsMaking(false)}>
          <RecordForm
            intent="create"
            fields={[
              { name: 'name', label: t('name'), kind: 'text', isRequired: true },
              { name: 'key', label: t('admin:key'), kind: 'text', isRequired: true, hint: t('admin:keyHint') },
            ]}
            fixed={{ definition: beginning(calendar) }}
            submitLabel={t('scheme.create')}
            onSaved={(answer) => {
              setIsMaking(false);
              const id = idOf(answer);
              if (id) navigate(`/admin/time-schemes/${encodeURIComponent(id)}`);
            }}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
