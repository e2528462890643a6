import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { LabelledForm } from '~/admin/labelled-form.tsx';
import { RecordListPage } from '~/admin/record-list-page.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { createParameterMutation, parametersQuery } from './parameter-operations.ts';

export const handle = { i18n: ['parameter'] };

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, parametersQuery);

export const action = defineAction({ create: createParameterMutation });

const kinds = ['OPTIONS', 'TREE'] as const;
const pageOf = (id: string) => `/admin/parameters/${encodeURIComponent(id)}`;

/** The lists of values that agents choose from. */
export default function ParametersPage() {
  const { t } = useTranslation('parameter');
  const { parameters } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const [isMaking, setIsMaking] = useState(false);
  const [kind, setKind] = useState<string>('OPTIONS');
  return (
    <RecordListPage
      title={t('title')}
      hint={t('hint')}
      newLabel={t('new')}
      onNew={() => setIsMaking(true)}
      rows={parameters}
      rowId={(row) => row.id}
      empty={t('empty')}
      columns={[
        { header: t('list'), cell: (row) => <Link to={pageOf(row.id)}>{row.label.text}</Link> },
        {
          header: t('key'),
          cell: (row) => <span className="mono">{row.alias ? `${row.key} (${row.alias})` : row.key}</span>,
        },
        { header: t('kind'), cell: (row) => t(`kindOf.${row.kind}`) },
        {
          header: t('values'),
          cell: (row) =>
            t('inUseOf', { used: row.options.filter((each) => each.isActive).length, all: row.options.length }),
        },
        {
          header: t('changed'),
          cell: (row) => (
            <>
              <Moment at={row.updatedAt} /> {row.updatedBy?.name}
            </>
          ),
        },
        {
          header: t('state'),
          cell: (row) => <Chip tone={row.isActive ? 'ok' : 'mute'}>{t(row.isActive ? 'inUse' : 'outOfUse')}</Chip>,
        },
        {
          header: t('origin'),
          cell: (row) => <Chip tone={row.isBuiltIn ? 'info' : 'mute'}>{t(row.isBuiltIn ? 'builtIn' : 'own')}</Chip>,
        },
      ]}
    >
      {isMaking && (
        <SidePanel title={t('new')} onClose={() => setIsMaking(false)}>
          <LabelledForm
            intent="create"
            record={null}
            keyHint={t('listKeyHint')}
            fixed={{ kind }}
            submitLabel={t('create')}
            onSaved={(value) => {
              const { parameter } = value as { parameter?: { id: string } };
              if (parameter) navigate(pageOf(parameter.id));
            }}
          >
            <SelectInput
              name="kind"
              label={t('kind')}
              isRequired
              value={kind}
              options={kinds.map((value) => ({ value, label: t(`kindOf.${value}`) }))}
              onChange={(value) => setKind(value ?? 'OPTIONS')}
            />
          </LabelledForm>
        </SidePanel>
      )}
    </RecordListPage>
  );
}
