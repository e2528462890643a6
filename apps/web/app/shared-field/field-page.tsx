import type { SharedField } from '@handoff/core/field/shared-field';
import { localize } from '@handoff/core/platform/text/localize';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { useFormat } from '~/format/format-context.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { DeleteField } from './delete-field.tsx';
import { FieldForm } from './field-form.tsx';
import { deleteFieldMutation, fieldQuery, restoreFieldMutation, updateFieldMutation } from './field-operations.ts';
import { FieldState } from './field-state.tsx';

export const handle = { i18n: ['shared-field', 'form-designer', 'designer'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, fieldQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'Field') throw new Response(null, { status: 404 });
  return { ...node, definition: node.definition as SharedField };
}

export const action = defineAction({
  update: updateFieldMutation,
  delete: deleteFieldMutation,
  restore: restoreFieldMutation,
});

/** What a shared field says, the forms that have it, and how much would be lost with it. */
export default function FieldPage() {
  const { t, i18n } = useTranslation('shared-field');
  const { date } = useFormat();
  const field = useLoaderData<typeof loader>();
  const which = { fieldId: field.id, expectedVersion: field.version };
  return (
    <AdminPage title={localize(field.definition.label, i18n.language)} back="/admin/fields">
      <section className="admin-section" aria-labelledby="used-in">
        <h2 id="used-in">
          {t('usedIn')} <FieldState field={field} />
        </h2>
        {field.uses.length === 0 && <p className="quiet">{t('unused')}</p>}
        <ul>
          {field.uses.map(({ name, ticketType, draft }) => (
            <li key={draft?.id ?? ticketType?.id}>
              <Link
                to={
                  draft
                    ? `/ticket-types/drafts/${encodeURIComponent(draft.id)}/form`
                    : `/ticket-types/${encodeURIComponent(ticketType?.id ?? '')}`
                }
              >
                {name.text}
              </Link>{' '}
              {draft && <span className="quiet">({t('draft')})</span>}
            </li>
          ))}
        </ul>
        <p className="small quiet">{t('records', { count: field.recordCount })}</p>
      </section>
      {field.purgeAt ? (
        <section className="admin-section">
          <p role="status">{t('purge', { date: date(field.purgeAt) })}</p>
          <div className="admin-acts">
            <ActButton intent="restore" input={which}>
              {t('restore')}
            </ActButton>
          </div>
        </section>
      ) : (
        <>
          <FieldForm key={field.version} field={field} />
          <section className="admin-section">
            <p className="small quiet">{t('disableHint')}</p>
            <div className="admin-acts">
              <ActButton intent="update" input={{ ...which, isActive: !field.isActive }}>
                {t(field.isActive ? 'disable' : 'enable')}
              </ActButton>
              <DeleteField field={field} />
            </div>
          </section>
        </>
      )}
    </AdminPage>
  );
}
