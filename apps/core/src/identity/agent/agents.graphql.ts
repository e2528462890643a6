import { sql, type RawBuilder } from 'kysely';
import { builder } from '../../graphql/builder.ts';
import { countRows, readPage, type OrderColumn } from '../../graphql/connection.ts';
import { defineFilter } from '../../graphql/filter.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';
import { Agent } from '../agent.graphql.ts';
import { agentColumns, type AgentRow } from '../identity-loaders.ts';
import { createAgentInput, resetPasswordInput, updateAgentInput } from './agent-input.ts';
import { createAgent } from './create-agent.ts';
import { resetPassword } from './reset-password.ts';
import { updateAgent } from './update-agent.ts';

const isAgentOf = (table: 'agent_role' | 'service_group_member', column: string, id: string): RawBuilder<boolean> =>
  sql`agent.id IN (SELECT ${sql.ref(`${table}.agent_id`)} FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id})`;

/** Name as written, its pinyin with or without spaces or by initials, the login name, or the work number. */
export function nameMatches(text: string): RawBuilder<boolean> {
  const typed = text.trim().replace(/[\\%_]/g, (character) => `\\${character}`);
  const anywhere = `%${typed}%`;
  const packed = `%${typed.replace(/\s+/g, '')}%`;
  return sql`(agent.name LIKE ${anywhere} OR agent.login_name LIKE ${anywhere} OR agent.work_number LIKE ${`${typed}%`}
    OR agent.name_pinyin LIKE ${anywhere} OR REPLACE(agent.name_pinyin, ' ', '') LIKE ${packed})`;
}

const agentFilter = defineFilter('AgentFilter', {
  isActive: { kind: 'boolean', column: 'agent.is_active' },
  department: { kind: 'id', node: 'Department', column: 'agent.department_id' },
  reportingManager: { kind: 'id', node: 'Agent', column: 'agent.reporting_manager_id' },
  role: {
    kind: 'custom',
    type: 'ID',
    description: 'Who has this role.',
    where: (id: string) => isAgentOf('agent_role', 'agent_role.role_id', fromGlobalId('Role', id) ?? ''),
  },
  group: {
    kind: 'custom',
    type: 'ID',
    description: 'Who serves in this group.',
    where: (id: string) =>
      isAgentOf('service_group_member', 'service_group_member.group_id', fromGlobalId('ServiceGroup', id) ?? ''),
  },
  search: {
    kind: 'custom',
    type: 'String',
    description: 'Name, also by pinyin, login name or work number.',
    where: (text: string) => nameMatches(text),
  },
});

const byName: OrderColumn[] = [
  { column: 'agent.name_pinyin', direction: 'asc', valueOf: (row: AgentRow) => row.namePinyin },
  { column: 'agent.id', direction: 'asc', valueOf: (row: AgentRow) => row.id },
];

builder.queryField('agents', (t) =>
  t.connection({
    type: Agent,
    description: 'Who works here, by name (pinyin).',
    args: { filter: t.arg({ type: agentFilter.Input }) },
    resolve: async (_root, { filter, ...args }, context) => {
      const query = context.db
        .selectFrom('agent')
        .select(agentColumns)
        .where(sql<boolean>`${context.actor.kind !== 'anonymous'}`)
        .where(await agentFilter.where(filter, context));
      const page = await readPage(query, byName, args);
      return { ...page, countTotal: () => countRows(query) };
    },
  }),
);

defineMutation({
  name: 'createAgent',
  description: 'Makes an account; its temporary password is shown once. Needs agent.manage.',
  input: createAgentInput,
  isUnrepeatable: true,
  run: (context, input) => createAgent(context, input),
  fields: (t) => ({
    agent: t.field({ type: Agent, nullable: true, resolve: (result) => result.agentId }),
    temporaryPassword: t.exposeString('temporaryPassword', {
      description: 'Shown once; changed at the first sign-in.',
    }),
  }),
});

defineMutation({
  name: 'updateAgent',
  description: 'Changes the facts, place, roles and groups that are named, or disables. Needs agent.manage.',
  input: updateAgentInput,
  run: async (context, input) => ({ agentId: await updateAgent(context, input) }),
  fields: (t) => ({ agent: t.field({ type: Agent, nullable: true, resolve: (result) => result.agentId }) }),
});

defineMutation({
  name: 'resetPassword',
  description: 'Gives an agent a temporary password, shown once, and signs them out everywhere. Needs agent.manage.',
  input: resetPasswordInput,
  isUnrepeatable: true,
  run: (context, input) => resetPassword(context, input),
  fields: (t) => ({
    agent: t.field({ type: Agent, nullable: true, resolve: (result) => result.agentId }),
    temporaryPassword: t.exposeString('temporaryPassword', { description: 'Shown once; changed at the next sign-in.' }),
  }),
});
