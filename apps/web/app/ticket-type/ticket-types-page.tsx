import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { ImportPanel } from './import-panel.tsx';
import { createDraftMutation } from './designer/draft-operations.ts';
import { NewTypePanel } from './designer/new-type-panel.tsx';
import { publishTicketTypeMutation, ticketTypesQuery } from './ticket-type-operations.ts';

export const handle = { i18n: ['ticket-type', 'designer'] };

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, ticketTypesQuery);

export const action = defineAction({ publish: publishTicketTypeMutation, create: createDraftMutation });

export default function TicketTypesPage() {
  const { t } = useTranslation('ticket-type');
  const { ticketTypes, newTicketTypeDrafts } = useLoaderData<typeof loader>();
  const [isNew, setIsNew] = useState(false);
  const [isImporting, setIsImporting] = useState(false);
  return (
    <AdminPage
      title={t('title')}
      actions={
        <>
          <Button startIcon={<Upload />} onClick={() => setIsImporting(true)}>
            {t('import.open')}
          </Button>
          <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsNew(true)}>
            {t('new')}
          </Button>
        </>
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
              <>
                <Chip tone={type.isActive ? 'ok' : 'mute'}>{t(type.isActive ? 'enabled' : 'disabled')}</Chip>{' '}
                {type.draft && (
                  <Link to={`/ticket-types/drafts/${encodeURIComponent(type.draft.id)}/form`}>{t('draft')}</Link>
                )}
              </>
            ),
          },
        ]}
      />
      {newTicketTypeDrafts.length > 0 && (
        <section className="admin-section">
          <h2>{t('newDrafts')}</h2>
          <ul>
            {newTicketTypeDrafts.map((draft) => (
              <li key={draft.id}>
                <Link to={`/ticket-types/drafts/${encodeURIComponent(draft.id)}/form`} className="mono">
                  {draft.key}
                </Link>{' '}
                <span className="quiet">
                  {draft.updatedBy?.name} <Moment at={draft.updatedAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isNew && (
        <NewTypePanel
          types={ticketTypes.map(({ id, name }) => ({ value: id, label: name.text }))}
          onClose={() => setIsNew(false)}
        />
      )}
      {isImporting && <ImportPanel onClose={() => setIsImporting(false)} />}
    </AdminPage>
  );
}
