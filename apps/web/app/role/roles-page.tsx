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
import { createRoleMutation, rolesQuery } from './role-operations.ts';

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, rolesQuery);

export const action = defineAction({ create: createRoleMutation });

export default function RolesPage() {
  const { t } = useTranslation('admin');
  const { roles } = useLoaderData<typeof loader>();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <AdminPage
      title={t('tab.roles')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('role.new')}
        </Button>
      }
    >
      <AdminTable
        label={t('tab.roles')}
        rows={roles}
        rowId={(role) => role.id}
        empty={t('role.empty')}
        columns={[
          {
            header: t('role.name'),
            cell: (role) => (
              <>
                <Link to={`/admin/roles/${encodeURIComponent(role.id)}`}>{role.name}</Link>{' '}
                {role.isBuiltIn && <Chip>{t('role.builtIn')}</Chip>}
              </>
            ),
          },
          { header: t('key'), cell: (role) => <span className="mono">{role.key}</span> },
          { header: t('role.description'), cell: (role) => role.description ?? '–' },
          {
            header: t('role.members'),
            cell: (role) => <Link to={`/admin/agents?role=${encodeURIComponent(role.id)}`}>{role.memberCount}</Link>,
          },
        ]}
      />
      {isMaking && (
        <SidePanel title={t('role.new')} onClose={() => setIsMaking(false)}>
          <RecordForm
            intent="create"
            fields={[
              { name: 'name', label: t('role.name'), kind: 'text', isRequired: true },
              { name: 'key', label: t('key'), kind: 'text', isRequired: true, hint: t('keyHint') },
              { name: 'description', label: t('role.description'), kind: 'long' },
            ]}
            fixed={{ grants: [] }}
            submitLabel={t('role.create')}
            onSaved={() => setIsMaking(false)}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
