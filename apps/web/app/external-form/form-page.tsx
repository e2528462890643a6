import './external-form.css';
import '~/ticket-type/designer/designer.css';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { customerOwnersQuery } from '~/customer/customer-operations.ts';
import {
  createExternalFormLinkMutation,
  externalFormQuery,
  revokeExternalFormLinkMutation,
  updateExternalFormMutation,
} from './external-form-operations.ts';
import { FormEditor } from './form-editor.tsx';
import { LinkSection } from './link-section.tsx';

export const handle = { i18n: ['external-form', 'designer'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const [{ node }, { agents }] = await Promise.all([
    executeOperation(request, externalFormQuery, { id: params.id ?? '', after }),
    executeOperation(request, customerOwnersQuery),
  ]);
  if (node?.__typename !== 'ExternalForm') throw new Response(null, { status: 404 });
  return { form: node, agents: agents.edges.map((edge) => edge.node), isFirstPage: after === null };
}

export const action = defineAction({
  update: updateExternalFormMutation,
  link: createExternalFormLinkMutation,
  revoke: revokeExternalFormLinkMutation,
});

/** What an external form says and asks for, whether it is in use, and the links that lead to it. */
export default function ExternalFormPage() {
  const { t } = useTranslation('external-form');
  const { number } = useFormat();
  const { form, agents, isFirstPage } = useLoaderData<typeof loader>();
  return (
    <AdminPage
      title={form.title.text}
      back="/external-forms"
      actions={
        <>
          <Chip tone={form.isActive ? 'ok' : 'mute'}>{t(form.isActive ? 'inUse' : 'outOfUse')}</Chip>
          <ActButton
            intent="update"
            input={{ formId: form.id, expectedVersion: form.version, isActive: !form.isActive }}
          >
            {t(form.isActive ? 'disable' : 'enable')}
          </ActButton>
        </>
      }
    >
      <p className="quiet">
        {t('ofType', { type: form.type?.name.text ?? t('noType') })} ·{' '}
        {t('used', { views: number(form.viewCount), submissions: number(form.submissionCount) })}
        {form.lastUsedAt && (
          <>
            {' · '}
            {t('lastUsed')} <Moment at={form.lastUsedAt} />
          </>
        )}
      </p>
      {form.faults.length > 0 && (
        <div className="form-faults" role="status">
          <b>{t(form.isActive ? 'faultsInUse' : 'faults')}</b>
          <ul>
            {form.faults.map((fault) => (
              <li key={fault.text}>{fault.text}</li>
            ))}
          </ul>
        </div>
      )}
      <LinkSection form={form} isFirstPage={isFirstPage} />
      <FormEditor key={form.version} form={form} agents={agents} />
    </AdminPage>
  );
}
