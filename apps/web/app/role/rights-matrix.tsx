import './rights-matrix.css';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { useToast } from '~/shell/toast.tsx';

const scopes = ['SELF', 'REPORTING_TREE', 'DEPARTMENT', 'DEPARTMENT_TREE', 'ALL'] as const;
type Scope = (typeof scopes)[number];

interface RightsMatrixProps {
  role: { id: string; version: number; grants: readonly { permission: string; scope: Scope }[] };
  permissions: readonly { key: string; isScoped: boolean; label: { text: string } }[];
}

/** Who can do what to whose data: a row a right, a column a scope. */
export function RightsMatrix({ role, permissions }: RightsMatrixProps) {
  const { t } = useTranslation('admin');
  const toast = useToast();
  const [grants, setGrants] = useState<Readonly<Record<string, Scope | undefined>>>(
    Object.fromEntries(role.grants.map((grant) => [grant.permission, grant.scope])),
  );
  const { save, fault, isSaving } = useSave(() => toast(t('saved')));
  const submit = () =>
    save('update', {
      roleId: role.id,
      expectedVersion: role.version,
      grants: Object.entries(grants).flatMap(([permission, scope]) => (scope ? [{ permission, scope }] : [])),
    });
  return (
    <form
      className="admin-section"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) submit();
      }}
    >
      <FaultNote fault={fault} />
      <div className="admin-scroll">
        <table className="rights">
          <thead>
            <tr>
              <th scope="col">{t('role.right')}</th>
              <th scope="col">{t('role.none')}</th>
              {scopes.map((scope) => (
                <th key={scope} scope="col">
                  {t(`scope.${scope}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map(({ key, isScoped, label }) => (
              <tr key={key}>
                <th scope="row">
                  {label.text} <span className="mono quiet">{key}</span>
                </th>
                {[undefined, ...scopes].map((scope) => (
                  <td key={scope ?? 'none'} data-name={scope ? t(`scope.${scope}`) : t('role.none')}>
                    {(isScoped || scope === undefined || scope === 'ALL') && (
                      <input
                        type="radio"
                        name={key}
                        aria-label={`${label.text}: ${scope ? t(`scope.${scope}`) : t('role.none')}`}
                        checked={grants[key] === scope}
                        onChange={() => setGrants((before) => ({ ...before, [key]: scope }))}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('role.save')}
        </Button>
      </div>
    </form>
  );
}
