import type { TriggerDefinition } from '@handoff/core/automation/trigger/trigger-definition';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useToast } from '~/shell/toast.tsx';
import { deleteTriggerMutation, triggerQuery, updateTriggerMutation } from './automation-operations.ts';
import { AutomationNames } from './automation-names.tsx';
import { readAutomation } from './read-automation.server.ts';
import { TriggerForm } from './trigger-form.tsx';

export const handle = { i18n: ['automation', 'ticket', 'condition', 'designer', 'notifier'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, triggerQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'Trigger' || node.isDeleted) throw new Response(null, { status: 404 });
  const trigger = { ...node, definition: node.definition as TriggerDefinition };
  return { trigger, known: await readAutomation(request, [node.definition]) };
}

export const action = defineAction({ update: updateTriggerMutation, delete: deleteTriggerMutation });

/** One trigger, its switch, and what it said before. */
export default function TriggerPage() {
  const { t } = useTranslation('automation');
  const { trigger, known } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const toast = useToast();
  const which = { triggerId: trigger.id, expectedVersion: trigger.version };
  return (
    <AdminPage title={trigger.name} back="/admin/triggers">
      <AutomationNames value={known}>
        <TriggerForm
          key={trigger.version}
          initial={{ name: trigger.name, typeId: trigger.ticketType?.id ?? null, definition: trigger.definition }}
          intent="update"
          fixed={which}
          onSaved={() => toast(t('saved'))}
        />
      </AutomationNames>
      <section className="admin-section">
        <div className="admin-acts">
          <Link to={`/admin/triggers/runs?trigger=${encodeURIComponent(trigger.id)}`}>{t('itsRuns')}</Link>
          <ActButton intent="update" input={{ ...which, isActive: !trigger.isActive }}>
            {t(trigger.isActive ? 'switchOff' : 'switchOn')}
          </ActButton>
          <ActButton intent="delete" input={which} isDangerous onSaved={() => navigate('/admin/triggers')}>
            {t('deleteTrigger')}
          </ActButton>
        </div>
      </section>
      <section className="admin-section" aria-labelledby="versions">
        <h2 id="versions">{t('versions')}</h2>
        <ul>
          {trigger.versions.map(({ number, name, at, changedBy }) => (
            <li key={number} className="small">
              {t('versionOf', { number, name, who: changedBy?.name ?? t('system') })} <Moment at={at} />
            </li>
          ))}
        </ul>
      </section>
    </AdminPage>
  );
}
