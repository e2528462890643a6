import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AbsenceForm } from '~/absence/absence-form.tsx';
import { setAbsenceMutation } from '~/absence/absence-operations.ts';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { ShownOnce } from '~/admin/shown-once.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { useToast } from '~/shell/toast.tsx';
import { agentChoicesQuery, agentQuery, resetPasswordMutation, updateAgentMutation } from './agent-operations.ts';
import { useAgentFields } from './use-agent-fields.ts';

export const handle = { i18n: ['me'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ node }, choices] = await Promise.all([
    executeOperation(request, agentQuery, { id: params.id ?? '' }),
    executeOperation(request, agentChoicesQuery),
  ]);
  if (node?.__typename !== 'Agent') throw new Response(null, { status: 404 });
  return { agent: node, choices };
}

export const action = defineAction({
  update: updateAgentMutation,
  reset: resetPasswordMutation,
  setAbsence: setAbsenceMutation,
});

export default function AgentPage() {
  const { t } = useTranslation('admin');
  const { agent, choices } = useLoaderData<typeof loader>();
  const [password, setPassword] = useState<string | null>(null);
  const toast = useToast();
  const fields = useAgentFields(choices, false);
  const fixed = { agentId: agent.id, expectedVersion: agent.version };
  return (
    <AdminPage
      title={agent.name}
      back="/admin/agents"
      actions={
        <Chip tone={agent.isActive ? 'ok' : 'mute'}>{t(agent.isActive ? 'agent.active' : 'agent.disabled')}</Chip>
      }
    >
      <p className="quiet">
        {t('agent.login')} <span className="mono">{agent.loginName}</span>
      </p>
      {password && <ShownOnce label={t('agent.password')} secret={password} />}
      <div className="admin-acts">
        <ActButton
          intent="reset"
          input={{ agentId: agent.id }}
          onSaved={(value) => setPassword(String(value.temporaryPassword))}
        >
          {t('agent.reset')}
        </ActButton>
        <ActButton intent="update" input={{ ...fixed, isActive: !agent.isActive }} isDangerous={agent.isActive}>
          {t(agent.isActive ? 'agent.disable' : 'agent.enable')}
        </ActButton>
      </div>
      <RecordForm
        key={agent.version}
        intent="update"
        fields={fields}
        fixed={fixed}
        submitLabel={t('save')}
        onSaved={() => toast(t('saved'))}
        initial={{
          name: agent.name,
          workNumber: agent.workNumber ?? '',
          nickname: agent.nickname ?? '',
          email: agent.email ?? '',
          phone: agent.phone ?? '',
          departmentId: agent.department?.id ?? '',
          reportingManagerId: agent.reportingManager?.id ?? '',
          calendarId: agent.calendar?.id ?? '',
          roleIds: agent.roles.map((role) => role.id),
          groupIds: agent.serviceGroups.map((group) => group.id),
        }}
      />
      <h2>{t('agent.absence')}</h2>
      <AbsenceForm agent={agent} />
    </AdminPage>
  );
}
