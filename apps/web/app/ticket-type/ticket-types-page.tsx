import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { ImportPanel } from './import-panel.tsx';
import { publishTicketTypeMutation, ticketTypesQuery } from './ticket-type-operations.ts';

export const handle = { i18n: ['ticket-type'] };

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, ticketTypesQuery);

export const action = defineAction({ publish: publishTicketTypeMutation });

export default function TicketTypesPage() {
  const { t } = useTranslation('ticket-type');
  const { ticketTypes } = useLoaderData<typeof loader>();
  const [isImporting, setIsImporting] = useState(false);
  return (
    <AdminPage
      title={t('title')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Upload />} onClick={() => setIsImporting(true)}>
          {t('import.open')}
        </Button>
      }
    >
      <AdminTable
        label={t('title')}
        rows={ticketTypes}
        rowId={(type) => type.id}
        empty={t('empty')}
        columns={[
          {
            header: t('name'),
            cell: (type) => <Link to={`/ticket-types/${encodeURIComponent(type.id)}`}>{type.name.text}</Link>,
          },
          { header: t('key'), cell: (type) => <span className="mono">{type.key}</span> },
          { header: t('prefix'), cell: (type) => <span className="mono">{type.prefix}</span> },
          { header: t('version'), cell: (type) => type.currentVersion?.number ?? '–' },
          { header: t('changed'), cell: (type) => <Moment at={type.updatedAt} /> },
          {
            header: t('state'),
            cell: (type) => (
              <Chip tone={type.isActive ? 'ok' : 'mute'}>{t(type.isActive ? 'enabled' : 'disabled')}</Chip>
            ),
          },
        ]}
      />
      {isImporting && <ImportPanel onClose={() => setIsImporting(false)} />}
    </AdminPage>
  );
}
