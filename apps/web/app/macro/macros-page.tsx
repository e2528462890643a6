import '~/automation/automation.css';
import type { Action } from '@handoff/core/automation/action/action';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { AutomationNames } from '~/automation/automation-names.tsx';
import { readAutomation } from '~/automation/read-automation.server.ts';
import { useActionWords } from '~/automation/use-action-words.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SharedRecordsPage } from '~/sharing/shared-records-page.tsx';
import { MacroForm } from './macro-form.tsx';
import { createMacroMutation, deleteMacroMutation, macrosQuery, updateMacroMutation } from './macro-operations.ts';

export const handle = { i18n: ['macro', 'automation', 'ticket', 'condition', 'admin', 'form', 'list', 'notifier'] };

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
  return (
    <AutomationNames value={known}>
      <SharedRecordsPage
        title={t(isShared ? 'shared' : 'own')}
        label={t('title')}
        hint={t('hint')}
        newLabel={t('new')}
        empty={t('empty')}
        rows={macros}
        pageInfo={pageInfo}
        isShared={isShared}
        columns={[{ header: t('does'), cell: ({ definition }) => <Words content={definition} /> }]}
        lastColumns={[
          {
            header: t('state'),
            cell: ({ isActive }) => <Chip tone={isActive ? 'ok' : 'mute'}>{t(isActive ? 'active' : 'off')}</Chip>,
          },
        ]}
        form={(open, close) => (
          <MacroForm macro={open} isShared={isShared} onSaved={close}>
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
        )}
      />
    </AutomationNames>
  );
}

function Words({ content }: { content: MacroContent }) {
  const say = useActionWords(content.typeId);
  return <span className="small quiet">{content.actions.map(say).join(' · ')}</span>;
}
