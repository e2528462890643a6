import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { RightsMatrix } from './rights-matrix.tsx';
import { deleteRoleMutation, roleQuery, updateRoleMutation } from './role-operations.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node, permissions } = await executeOperation(request, roleQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'Role') throw new Response(null, { status: 404 });
  return { role: node, permissions };
}

export const action = defineAction({ update: updateRoleMutation, delete: deleteRoleMutation });

export default function RolePage() {
  const { t } = useTranslation('admin');
  const { role, permissions } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <AdminPage
      title={role.name}
      back="/admin/roles"
      actions={
        !role.isBuiltIn && (
          <ActButton intent="delete" input={{ roleId: role.id }} isDangerous onSaved={() => navigate('/admin/roles')}>
            {t('role.delete')}
          </ActButton>
        )
      }
    >
      <p className="quiet">{role.description}</p>
      <RightsMatrix key={role.version} role={role} permissions={permissions} />
    </AdminPage>
  );
}
