import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordListPage } from '~/admin/record-list-page.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { createExternalFormMutation, externalFormsQuery } from './external-form-operations.ts';
import { NewFormPanel } from './new-form-panel.tsx';

export const handle = { i18n: ['external-form', 'designer'] };

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, externalFormsQuery);

export const action = defineAction({ create: createExternalFormMutation });

/** Forms that people outside fill in, and how much each is used. */
export default function ExternalFormsPage() {
  const { t } = useTranslation('external-form');
  const { number } = useFormat();
  const { externalForms, ticketTypes } = useLoaderData<typeof loader>();
  const [isMaking, setIsMaking] = useState(false);
  return (
    <RecordListPage
      title={t('title')}
      hint={t('hint')}
      newLabel={t('new')}
      onNew={() => setIsMaking(true)}
      rows={externalForms}
      rowId={(form) => form.id}
      empty={t('empty')}
      columns={[
        {
          header: t('name'),
          cell: (form) => <Link to={`/external-forms/${encodeURIComponent(form.id)}`}>{form.title.text}</Link>,
        },
        { header: t('type'), cell: (form) => form.type?.name.text ?? t('noType') },
        { header: t('responsible'), cell: (form) => form.responsible?.name ?? '' },
        { header: t('views'), cell: (form) => number(form.viewCount) },
        { header: t('submissions'), cell: (form) => number(form.submissionCount) },
        { header: t('lastUsed'), cell: (form) => (form.lastUsedAt ? <Moment at={form.lastUsedAt} /> : t('never')) },
        {
          header: t('state'),
          cell: (form) => (
            <>
              <Chip tone={form.isActive ? 'ok' : 'mute'}>{t(form.isActive ? 'inUse' : 'outOfUse')}</Chip>{' '}
              {form.isActive && form.faults.length > 0 && <Chip tone="warn">{t('needsALook')}</Chip>}
            </>
          ),
        },
      ]}
    >
      {isMaking && <NewFormPanel types={ticketTypes} onClose={() => setIsMaking(false)} />}
    </RecordListPage>
  );
}
