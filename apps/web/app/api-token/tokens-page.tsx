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
import { RecordForm } from '~/admin/record-form.tsx';
import { ShownOnce } from '~/admin/shown-once.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { createTokenMutation, revokeTokenMutation, tokensQuery } from './token-operations.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer, permissions, apiCredentials } = await executeOperation(request, tokensQuery);
  const held = viewer?.permissions ?? [];
  return { tokens: apiCredentials, rights: permissions.filter(({ key }) => held.includes(key)), now: Date.now() };
}

export const action = defineAction({ create: createTokenMutation, revoke: revokeTokenMutation });

export default function TokensPage() {
  const { t } = useTranslation('admin');
  const { tokens, rights, now } = useLoaderData<typeof loader>();
  const [isMaking, setIsMaking] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  return (
    <AdminPage
      title={t('tab.tokens')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('token.new')}
        </Button>
      }
    >
      <p className="quiet">{t('token.text')}</p>
      {token && <ShownOnce label={t('token.made')} secret={token} />}
      <AdminTable
        label={t('tab.tokens')}
        rows={tokens}
        rowId={(each) => each.id}
        empty={t('token.empty')}
        columns={[
          {
            header: t('token.name'),
            cell: (each) => (
              <>
                {each.name} <span className="mono quiet">…{each.hint}</span>
              </>
            ),
          },
          { header: t('token.agent'), cell: (each) => each.agent?.name ?? '–' },
          { header: t('token.scopes'), cell: (each) => <span className="mono">{each.scopes.join(', ')}</span> },
          { header: t('token.expires'), cell: (each) => <Moment at={each.expiresAt} /> },
          { header: t('token.used'), cell: (each) => (each.lastUsedAt ? <Moment at={each.lastUsedAt} /> : '–') },
          {
            header: t('token.state'),
            cell: (each) =>
              each.revokedAt ? (
                <Chip>{t('token.revoked')}</Chip>
              ) : new Date(each.expiresAt).getTime() < now ? (
                <Chip tone="warn">{t('token.expired')}</Chip>
              ) : (
                <ActButton intent="revoke" input={{ credentialId: each.id }} isDangerous>
                  {t('token.revoke')}
                </ActButton>
              ),
          },
        ]}
      />
      {isMaking && (
        <SidePanel title={t('token.new')} width={560} onClose={() => setIsMaking(false)}>
          <RecordForm
            intent="create"
            fields={[
              { name: 'name', label: t('token.name'), kind: 'text', isRequired: true, hint: t('token.nameHint') },
              {
                name: 'expiresAt',
                label: t('token.expires'),
                kind: 'date',
                isRequired: true,
                hint: t('token.expiresHint'),
              },
              {
                name: 'scopes',
                label: t('token.scopes'),
                kind: 'many',
                isRequired: true,
                options: rights.map(({ key, label }) => ({ value: key, label: label.text })),
              },
            ]}
            submitLabel={t('token.create')}
            onSaved={(value) => {
              setToken(String(value.token));
              setIsMaking(false);
            }}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
