import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChoicesPage } from '~/admin/choices-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import {
  createNotReadyReasonMutation,
  notReadyReasonsQuery,
  updateNotReadyReasonMutation,
} from './not-ready-reason-operations.ts';

export const loader = ({ request }: LoaderFunctionArgs) => executeOperation(request, notReadyReasonsQuery);

export const action = defineAction({ create: createNotReadyReasonMutation, update: updateNotReadyReasonMutation });

/** Why agents may take no calls. */
export default function NotReadyReasonsPage() {
  const { t } = useTranslation('admin');
  const { notReadyReasons } = useLoaderData<typeof loader>();
  return (
    <ChoicesPage
      title={t('tab.notReadyReasons')}
      hint={t('notReadyReason.hint')}
      newLabel={t('notReadyReason.new')}
      createLabel={t('notReadyReason.create')}
      choices={notReadyReasons}
      idName="reasonId"
      flag={{
        name: 'isOutgoingAllowed',
        label: t('notReadyReason.isOutgoingAllowed'),
        isSet: (reason) => reason.isOutgoingAllowed,
      }}
    />
  );
}
