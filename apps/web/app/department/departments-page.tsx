import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { SidePanel } from '~/panel/side-panel.tsx';
import {
  createDepartmentMutation,
  deleteDepartmentMutation,
  departmentsQuery,
  updateDepartmentMutation,
} from './department-operations.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { departments, agents } = await executeOperation(request, departmentsQuery);
  return { departments, agents: agents.edges.map((edge) => edge.node) };
}

export const action = defineAction({
  create: createDepartmentMutation,
  update: updateDepartmentMutation,
  delete: deleteDepartmentMutation,
});

export default function DepartmentsPage() {
  const { t } = useTranslation('admin');
  const { departments, agents } = useLoaderData<typeof loader>();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = departments.find((department) => department.id === openId);
  const close = () => setOpenId(null);
  const fields = [
    { name: 'name', label: t('department.name'), kind: 'text', isRequired: true },
    ...(open && !open.parent
      ? []
      : [
          {
            name: 'parentId',
            label: t('department.parent'),
            kind: 'select' as const,
            isRequired: true,
            options: departments.map(({ id, name, depth }) => ({
              value: id,
              label: `${'\u2003'.repeat(depth)}${name}`,
            })),
          },
        ]),
    {
      name: 'headId',
      label: t('department.head'),
      kind: 'select',
      options: agents.map(({ id, name }) => ({ value: id, label: name })),
    },
  ] as const;
  return (
    <AdminPage
      title={t('tab.departments')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpenId('new')}>
          {t('department.new')}
        </Button>
      }
    >
      <AdminTable
        label={t('tab.departments')}
        rows={departments}
        rowId={(department) => department.id}
        empty={t('department.empty')}
        columns={[
          {
            header: t('department.name'),
            cell: ({ id, name, depth }) => (
              <span style={{ paddingLeft: depth * 20 }}>
                <Button variant="text" size="small" onClick={() => setOpenId(id)}>
                  {name}
                </Button>
              </span>
            ),
          },
          { header: t('department.head'), cell: ({ head }) => head?.name ?? '–' },
          {
            header: t('department.members'),
            cell: ({ id, memberCount }) => (
              <Link to={`/admin/agents?department=${encodeURIComponent(id)}`}>{memberCount}</Link>
            ),
          },
        ]}
      />
      {(open ?? openId === 'new') && (
        <SidePanel title={open?.name ?? t('department.new')} onClose={close}>
          <RecordForm
            key={`${open?.id ?? 'new'}-${open?.version ?? 0}`}
            intent={open ? 'update' : 'create'}
            fields={fields}
            initial={{
              name: open?.name ?? '',
              parentId: open?.parent?.id ?? departments[0]?.id ?? '',
              headId: open?.head?.id ?? '',
            }}
            fixed={open ? { departmentId: open.id, expectedVersion: open.version } : undefined}
            submitLabel={t('save')}
            onSaved={close}
          >
            {open?.parent && (
              <ActButton intent="delete" input={{ departmentId: open.id }} isDangerous onSaved={close}>
                {t('department.delete')}
              </ActButton>
            )}
          </RecordForm>
        </SidePanel>
      )}
    </AdminPage>
  );
}
