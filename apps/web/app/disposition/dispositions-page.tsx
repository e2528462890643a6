import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { DispositionForm, type DispositionFacts } from './disposition-form.tsx';
import { createDispositionMutation, dispositionsQuery, updateDispositionMutation } from './disposition-operations.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { dispositions } = await executeOperation(request, dispositionsQuery);
  return { dispositions };
}

export const action = defineAction({ create: createDispositionMutation, update: updateDispositionMutation });

/** What agents can say came of a call. */
export default function DispositionsPage() {
  const { t } = useTranslation('admin');
  const { dispositions } = useLoaderData<typeof loader>();
  const [open, setOpen] = useState<DispositionFacts | 'new' | null>(null);
  return (
    <AdminPage
      title={t('disposition.title')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpen('new')}>
          {t('disposition.new')}
        </Button>
      }
    >
      <p className="quiet">{t('disposition.hint')}</p>
      <AdminTable
        label={t('disposition.title')}
        rows={dispositions}
        rowId={(row) => row.id}
        empty={t('disposition.empty')}
        columns={[
          {
            header: t('disposition.en'),
            cell: (row) => (
              <button
                type="button"
                className="link-button"
                aria-label={t('disposition.edit', { name: row.label.text })}
                onClick={() => setOpen(row)}
              >
                {row.label.en}
              </button>
            ),
          },
          { header: t('disposition.zh'), cell: (row) => row.label.zh },
          { header: t('key'), cell: (row) => <span className="mono">{row.key}</span> },
          { header: t('disposition.position'), cell: (row) => row.position },
          {
            header: t('disposition.state'),
            cell: (row) => (
              <>
                <Chip tone={row.isActive ? 'ok' : 'mute'}>
                  {t(row.isActive ? 'disposition.inUse' : 'disposition.outOfUse')}
                </Chip>{' '}
                <ActButton
                  intent="update"
                  input={{ dispositionId: row.id, expectedVersion: row.version, isActive: !row.isActive }}
                >
                  {t(row.isActive ? 'disposition.stop' : 'disposition.use')}
                </ActButton>
              </>
            ),
          },
        ]}
      />
      {open && (
        <SidePanel
          title={open === 'new' ? t('disposition.new') : t('disposition.edit', { name: open.label.en })}
          onClose={() => setOpen(null)}
        >
          <DispositionForm
            key={open === 'new' ? 'new' : open.id}
            disposition={open === 'new' ? null : open}
            onSaved={() => setOpen(null)}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
