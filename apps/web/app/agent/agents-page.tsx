import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { defineAction } from '~/admin/define-action.server.ts';
import { RecordForm } from '~/admin/record-form.tsx';
import { ShownOnce } from '~/admin/shown-once.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { agentChoicesQuery, agentsQuery, createAgentMutation } from './agent-operations.ts';
import { useAgentFields } from './use-agent-fields.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const id = (name: string) => search.get(name) ?? undefined;
  const department = id('department');
  const filter = {
    search: id('q'),
    role: id('role'),
    group: id('group'),
    ...(department ? { department: { eq: department } } : {}),
    ...(search.get('state') === 'disabled' ? { isActive: { eq: false } } : { isActive: { eq: true } }),
  };
  const [{ agents }, choices] = await Promise.all([
    executeOperation(request, agentsQuery, { filter, after: id('after') }),
    executeOperation(request, agentChoicesQuery),
  ]);
  return { agents, choices };
}

export const action = defineAction({ create: createAgentMutation });

/** The filters of the list, kept in the address. */
function AgentFilters() {
  const { t } = useTranslation('admin');
  const { choices } = useLoaderData<typeof loader>();
  const [search, setSearch] = useSearchParams();
  const change = (name: string, value: string | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete('after');
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const select = (name: string, label: string, records: readonly { id: string; name: string }[]) => (
    <SelectInput
      name={name}
      label={label}
      value={search.get(name)}
      placeholder={t('filter.all')}
      options={records.map((record) => ({ value: record.id, label: record.name }))}
      onChange={(value) => change(name, value)}
    />
  );
  return (
    <form
      role="search"
      className="admin-filter"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('q');
        change('q', typeof typed === 'string' ? typed : null);
      }}
    >
      <TextInput name="q" label={t('agent.search')} defaultValue={search.get('q') ?? ''} />
      {select('department', t('agent.department'), choices.departments)}
      {select('role', t('agent.roles'), choices.roles)}
      {select('group', t('agent.groups'), choices.serviceGroups)}
      <SelectInput
        name="state"
        label={t('agent.state')}
        value={search.get('state') ?? 'active'}
        isRequired
        options={[
          { value: 'active', label: t('agent.active') },
          { value: 'disabled', label: t('agent.disabled') },
        ]}
        onChange={(value) => change('state', value === 'active' ? null : value)}
      />
    </form>
  );
}

export default function AgentsPage() {
  const { t } = useTranslation('admin');
  const { agents, choices } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [isMaking, setIsMaking] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  const fields = useAgentFields(choices, true);
  const next = new URLSearchParams(search);
  if (agents.pageInfo.endCursor) next.set('after', agents.pageInfo.endCursor);
  return (
    <AdminPage
      title={t('agent.title', { count: agents.totalCount.value })}
      actions={
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => setIsMaking(true)}>
          {t('agent.new')}
        </Button>
      }
    >
      <AgentFilters />
      {password && <ShownOnce label={t('agent.password')} secret={password} />}
      <AdminTable
        label={t('tab.agents')}
        rows={agents.edges.map((edge) => edge.node)}
        rowId={(agent) => agent.id}
        empty={t('agent.empty')}
        columns={[
          {
            header: t('agent.name'),
            cell: (agent) => (
              <>
                <Link to={`/admin/agents/${encodeURIComponent(agent.id)}`}>{agent.name}</Link>{' '}
                {!agent.isActive && <Chip>{t('agent.disabled')}</Chip>}
              </>
            ),
          },
          { header: t('agent.login'), cell: (agent) => <span className="mono">{agent.loginName}</span> },
          { header: t('agent.workNumber'), cell: (agent) => agent.workNumber ?? '–' },
          { header: t('agent.department'), cell: (agent) => agent.department?.name ?? '–' },
          { header: t('agent.manager'), cell: (agent) => agent.reportingManager?.name ?? '–' },
          { header: t('agent.roles'), cell: (agent) => agent.roles.map((role) => role.name).join(', ') || '–' },
          {
            header: t('agent.lastLogin'),
            cell: (agent) => (agent.lastLoginAt ? <Moment at={agent.lastLoginAt} /> : '–'),
          },
        ]}
      />
      {agents.pageInfo.hasNextPage && <Link to={`?${next}`}>{t('more')}</Link>}
      {isMaking && (
        <SidePanel title={t('agent.new')} width={560} onClose={() => setIsMaking(false)}>
          <RecordForm
            intent="create"
            fields={fields}
            submitLabel={t('agent.create')}
            onSaved={(value) => {
              setPassword(String(value.temporaryPassword));
              setIsMaking(false);
            }}
          />
        </SidePanel>
      )}
    </AdminPage>
  );
}
