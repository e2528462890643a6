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
import {
  createServiceTemplateMutation,
  serviceTemplatesQuery,
  updateServiceTemplateMutation,
  type ServiceTemplate,
} from './service-operations.ts';
import { TemplateForm } from './template-form.tsx';

export const handle = { i18n: ['service-record'] };

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, serviceTemplatesQuery);

export const action = defineAction({ create: createServiceTemplateMutation, update: updateServiceTemplateMutation });

/** What agents are asked to note of a contact, group by group. */
export default function ServiceTemplatesPage() {
  const { t } = useTranslation('service-record');
  const { serviceTemplates, parameters, serviceGroups, customerTypes } = useLoaderData<typeof loader>();
  const [open, setOpen] = useState<ServiceTemplate | 'new' | null>(null);
  return (
    <AdminPage
      title={t('templates')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpen('new')}>
          {t('newTemplate')}
        </Button>
      }
    >
      <p className="quiet">{t('templatesHint')}</p>
      <AdminTable
        label={t('templates')}
        rows={serviceTemplates}
        rowId={(row) => row.id}
        empty={t('noTemplates')}
        columns={[
          {
            header: t('name'),
            cell: (row) => (
              <button
                type="button"
                className="link-button"
                aria-label={t('edit', { name: row.label.text })}
                onClick={() => setOpen(row)}
              >
                {row.label.text}
              </button>
            ),
          },
          {
            header: t('asksFor'),
            cell: (row) =>
              row.parts
                .flatMap(({ parameter, isRequired }) =>
                  parameter ? [`${parameter.label.text}${isRequired ? ' *' : ''}`] : [],
                )
                .join(', ') || t('remarkAlone'),
          },
          {
            header: t('groups'),
            cell: (row) =>
              row.isDefault ? t('allOthers') : row.groups.map(({ name }) => name).join(', ') || t('noGroups'),
          },
          {
            header: t('customerTypes'),
            cell: (row) => row.customerTypes.map(({ label }) => label.text).join(', ') || '–',
          },
          {
            header: t('state'),
            cell: (row) => (
              <>
                <Chip tone={row.isActive ? 'ok' : 'mute'}>{t(row.isActive ? 'inUse' : 'outOfUse')}</Chip>{' '}
                <ActButton
                  intent="update"
                  input={{ templateId: row.id, expectedVersion: row.version, isActive: !row.isActive }}
                >
                  {t(row.isActive ? 'disable' : 'enable')}
                </ActButton>
              </>
            ),
          },
        ]}
      />
      {open && (
        <SidePanel
          title={open === 'new' ? t('newTemplate') : open.label.text}
          width={560}
          onClose={() => setOpen(null)}
        >
          <TemplateForm
            key={open === 'new' ? 'new' : open.id}
            template={open === 'new' ? null : open}
            parameters={parameters}
            groups={serviceGroups}
            customerTypes={customerTypes?.options ?? []}
            onSaved={() => setOpen(null)}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
