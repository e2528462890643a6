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
import { SidePanel } from '~/panel/side-panel.tsx';
import { createGroupMutation, groupsQuery } from './group-operations.ts';
import { useGroupFields } from './use-group-fields.ts';

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, groupsQuery);

export const action = defineAction({ create: createGroupMutation });

export default function GroupsPage() {
  const { t } = useTranslation('admin');
  const { serviceGroups } = useLoaderData<typeof loader>();
  const [isMaking, setIsMaking] = useState(false);
  const fields = useGroupFields();
  return (
    <AdminPage
      title={t('tab.groups')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('group.new')}
        </Button>
      }
    >
      <AdminTable
        label={t('tab.groups')}
        rows={serviceGroups}
        rowId={(group) => group.id}
        empty={t('group.empty')}
        columns={[
          {
            header: t('group.name'),
            cell: (group) => <Link to={`/admin/groups/${encodeURIComponent(group.id)}`}>{group.name}</Link>,
          },
          { header: t('key'), cell: (group) => <span className="mono">{group.key}</span> },
          { header: t('group.kind'), cell: (group) => t(`groupKind.${group.kind.toUpperCase() as 'WORK'}`) },
          { header: t('group.strategy'), cell: (group) => t(`strategy.${group.strategy.toUpperCase() as 'CLAIM'}`) },
          { header: t('group.leader'), cell: (group) => group.leader?.name ?? '–' },
          { header: t('group.members'), cell: (group) => group.skills.length },
        ]}
      />
      {isMaking && (
        <SidePanel title={t('group.new')} onClose={() => setIsMaking(false)}>
          <RecordForm
            intent="create"
            fields={fields}
            initial={{ kind: 'WORK', strategy: 'CLAIM' }}
            fixed={{ members: [] }}
            submitLabel={t('group.create')}
            onSaved={() => setIsMaking(false)}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
