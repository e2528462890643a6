import type { SharedField } from '@handoff/core/field/shared-field';
import { localize } from '@handoff/core/platform/text/localize';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordListPage } from '~/admin/record-list-page.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { SidePanel } from '~/panel/side-panel.tsx';
import { createFieldMutation, fieldsQuery } from './field-operations.ts';
import { FieldState } from './field-state.tsx';
import { NewFieldForm } from './new-field-form.tsx';

export const handle = { i18n: ['shared-field', 'form-designer'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { fields } = await executeOperation(request, fieldsQuery);
  return fields.map((field) => ({ ...field, definition: field.definition as SharedField }));
}

export const action = defineAction({ create: createFieldMutation });

/** Fields that forms share, and where each is used. */
export default function FieldsPage() {
  const { t, i18n } = useTranslation(['shared-field', 'form-designer']);
  const fields = useLoaderData<typeof loader>();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <RecordListPage
      title={t('title')}
      hint={t('hint')}
      newLabel={t('new')}
      onNew={() => setIsMaking(true)}
      rows={fields}
      rowId={(field) => field.id}
      empty={t('empty')}
      columns={[
        {
          header: t('name'),
          cell: (field) => (
            <Link to={`/admin/fields/${encodeURIComponent(field.id)}`}>
              {localize(field.definition.label, i18n.language)}
            </Link>
          ),
        },
        { header: t('key'), cell: (field) => <span className="mono">{field.key}</span> },
        { header: t('type'), cell: (field) => t(`form-designer:type.${field.definition.type}`) },
        {
          header: t('usedIn'),
          cell: (field) =>
            field.uses.map(({ name, draft }) => (draft ? `${name.text} (${t('draft')})` : name.text)).join(', ') ||
            t('unused'),
        },
        { header: t('state'), cell: (field) => <FieldState field={field} /> },
      ]}
    >
      {isMaking && (
        <SidePanel title={t('new')} onClose={() => setIsMaking(false)}>
          <NewFieldForm />
        </SidePanel>
      )}
    </RecordListPage>
  );
}
