import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChoicesPage } from '~/admin/choices-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { createDispositionMutation, dispositionsQuery, updateDispositionMutation } from './disposition-operations.ts';

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, dispositionsQuery);

export const action = defineAction({ create: createDispositionMutation, update: updateDispositionMutation });

/** What agents can say came of a call. */
export default function DispositionsPage() {
  const { t } = useTranslation('admin');
  const { dispositions } = useLoaderData<typeof loader>();
  return (
    <ChoicesPage
      title={t('disposition.title')}
      hint={t('disposition.hint')}
      newLabel={t('disposition.new')}
      createLabel={t('disposition.create')}
      choices={dispositions}
      idName="dispositionId"
    />
  );
}
