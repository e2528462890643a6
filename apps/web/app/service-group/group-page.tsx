import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useNavigate } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '~/admin/act-button.tsx';
import { AdminPage } from '~/admin/admin-page.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useToast } from '~/shell/toast.tsx';
import { CallRulesForm } from './call-rules-form.tsx';
import { deleteGroupMutation, groupQuery, updateGroupMutation } from './group-operations.ts';
import { MembersForm } from './members-form.tsx';
import { useGroupFields } from './use-group-fields.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await executeOperation(request, groupQuery, { id: params.id ?? '' });
  const { node, agents, notReadyReasons, dispositions, calendars, serviceGroups } = found;
  if (node?.__typename !== 'ServiceGroup') throw new Response(null, { status: 404 });
  return {
    group: node,
    people: agents.edges.map((edge) => edge.node),
    calendars,
    otherGroups: serviceGroups.filter(({ id, kind }) => kind === 'voice' && id !== node.id),
    reasons: notReadyReasons.filter(({ id, isActive }) => isActive || node.missedReason?.id === id),
    dispositions: dispositions.filter(
      ({ id, isActive }) => isActive || node.dispositions.some((chosen) => chosen.id === id),
    ),
  };
}

export const action = defineAction({ update: updateGroupMutation, delete: deleteGroupMutation });

export default function GroupPage() {
  const { t } = useTranslation('admin');
  const { group, people, calendars, otherGroups, reasons, dispositions } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const toast = useToast();
  const fields = useGroupFields({ people, calendars });
  const fixed = { groupId: group.id, expectedVersion: group.version };
  return (
    <AdminPage
      title={group.name}
      back="/admin/groups"
      actions={
        <ActButton intent="delete" input={{ groupId: group.id }} isDangerous onSaved={() => navigate('/admin/groups')}>
          {t('group.delete')}
        </ActButton>
      }
    >
      <p className="quiet">
        {t('key')} <span className="mono">{group.key}</span>
      </p>
      <div className="admin-columns" key={group.version}>
        <RecordForm
          intent="update"
          fields={fields}
          fixed={fixed}
          submitLabel={t('save')}
          onSaved={() => toast(t('saved'))}
          initial={{
            name: group.name,
            kind: group.kind.toUpperCase(),
            strategy: group.strategy.toUpperCase(),
            leaderId: group.leader?.id ?? '',
            calendarId: group.calendar?.id ?? '',
          }}
        />
        <MembersForm
          fixed={fixed}
          people={people}
          members={group.skills.flatMap(({ agent, skillLevel }) => (agent ? [{ ...agent, skillLevel }] : []))}
        />
        {group.kind === 'voice' && (
          <CallRulesForm
            fixed={fixed}
            rules={group}
            groups={otherGroups}
            reasons={reasons}
            dispositions={dispositions}
          />
        )}
      </div>
    </AdminPage>
  );
}
