import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { createTriggerMutation } from './automation-operations.ts';
import { AutomationNames } from './automation-names.tsx';
import { readAutomation } from './read-automation.server.ts';
import { noTrigger, TriggerForm } from './trigger-form.tsx';

export const handle = { i18n: ['automation', 'ticket', 'condition', 'designer', 'notifier'] };

export const loader = ({ request }: LoaderFunctionArgs) => readAutomation(request, []);

export const action = defineAction({ create: createTriggerMutation });

export default function NewTriggerPage() {
  const { t } = useTranslation('automation');
  const known = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <AdminPage title={t('newTrigger')} back="/admin/triggers">
      <AutomationNames value={known}>
        <TriggerForm initial={noTrigger} intent="create" onSaved={() => navigate('/admin/triggers')} />
      </AutomationNames>
    </AdminPage>
  );
}
