import '~/admin/admin.css';
import '~/automation/automation.css';
import type { Action } from '@handoff/core/automation/action/action';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { AutomationNames } from '~/automation/automation-names.tsx';
import { readAutomation } from '~/automation/read-automation.server.ts';
import { useActionWords } from '~/automation/use-action-words.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { MacroForm } from './macro-form.tsx';
import { createMacroMutation, deleteMacroMutation, macrosQuery, updateMacroMutation } from './macro-operations.ts';

export const handle = { i18n: ['macro', 'automation', 'ticket', 'condition', 'admin', 'form', 'list'] };

export interface MacroContent {
  typeId: string | null;
  actions: Action[];
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const isShared = pathname.startsWith('/admin');
  const { macros } = await executeOperation(request, macrosQuery, {
    keeping: isShared ? 'SHARED' : 'OWN',
    after: searchParams.get('after'),
  });
  const rows = macros.edges.map(({ node }) => ({ ...node, definition: node.definition as MacroContent }));
  const known = await readAutomation(
    request,
    rows.map(({ definition }) => definition),
  );
  return { macros: rows, pageInfo: macros.pageInfo, known, isShared };
}

export const action = defineAction({
  create: createMacroMutation,
  update: updateMacroMutation,
  delete: deleteMacroMutation,
});

/** One's own macros, or, under administration, those that are shared. */
export default function MacrosPage() {
  const { t } = useTranslation('macro');
  const { macros, pageInfo, known, isShared } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = macros.find(({ id }) => id === openId);
  const close = () => setOpenId(null);
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  return (
    <AdminPage
      title={t(isShared ? 'shared' : 'own')}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setOpenId('new')}>
          {t('new')}
        </Button>
      }
    >
      <p className="quiet">{t('hint')}</p>
      <AutomationNames value={known}>
        <AdminTable
          label={t('title')}
          rows={macros}
          rowId={({ id }) => id}
          empty={t('empty')}
          columns={[
            {
              header: t('name'),
              cell: ({ id, name }) => (
                <Button variant="text" size="small" onClick={() => setOpenId(id)}>
                  {name}
                </Button>
              ),
            },
            { header: t('folder'), cell: ({ folder }) => folder || '–' },
            { header: t('does'), cell: ({ definition }) => <Words content={definition} /> },
            ...(isShared
              ? [
                  {
                    header: t('with'),
                    cell: ({ sharing, groups }: (typeof macros)[number]) =>
                      sharing === 'ALL' ? t('everybody') : groups.map(({ name }) => name).join(t('comma')),
                  },
                ]
              : []),
            {
              header: t('state'),
              cell: ({ isActive }) => <Chip tone={isActive ? 'ok' : 'mute'}>{t(isActive ? 'active' : 'off')}</Chip>,
            },
          ]}
        />
        {pageInfo.hasNextPage && (
          <Button component={Link} to={`?${next}`}>
            {t('more')}
          </Button>
        )}
        {(open ?? openId === 'new') && (
          <SidePanel title={open?.name ?? t('new')} width={560} onClose={close}>
            <MacroForm
              key={`${open?.id ?? 'new'} ${open?.version ?? 0}`}
              macro={open}
              isShared={isShared}
              onSaved={close}
            >
              {open && (
                <>
                  <ActButton
                    intent="update"
                    input={{ macroId: open.id, expectedVersion: open.version, isActive: !open.isActive }}
                    onSaved={close}
                  >
                    {t(open.isActive ? 'switchOff' : 'switchOn')}
                  </ActButton>
                  <ActButton
                    intent="delete"
                    input={{ macroId: open.id, expectedVersion: open.version }}
                    isDangerous
                    onSaved={close}
                  >
                    {t('delete')}
                  </ActButton>
                </>
              )}
            </MacroForm>
          </SidePanel>
        )}
      </AutomationNames>
    </AdminPage>
  );
}

function Words({ content }: { content: MacroContent }) {
  const say = useActionWords(content.typeId);
  return <span className="small quiet">{content.actions.map(say).join(' · ')}</span>;
}
