import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { zodInput } from '../../graphql/zod-input.ts';
import { Role } from '../agent.graphql.ts';
import { createRole } from './create-role.ts';
import { deleteRole } from './delete-role.ts';
import { createRoleInput, deleteRoleInput, roleGrantInput, updateRoleInput } from './role-input.ts';
import { updateRole } from './update-role.ts';

zodInput('RoleGrantInput', roleGrantInput);

builder.objectField(Role, 'memberCount', (t) =>
  t.loadable({
    type: 'Int',
    description: 'How many active agents have it.',
    load: async (ids: string[], context) => {
      const rows = await context.db
        .selectFrom('agentRole')
        .innerJoin('agent', 'agent.id', 'agentRole.agentId')
        .select((eb) => ['agentRole.roleId', eb.fn.countAll<number>().as('count')])
        .where('agentRole.roleId', 'in', ids)
        .where('agent.isActive', '=', true)
        .groupBy('agentRole.roleId')
        .execute();
      const counts = new Map(rows.map((row) => [row.roleId, row.count]));
      return ids.map((id) => counts.get(id) ?? 0);
    },
    resolve: (role) => role.id,
  }),
);

defineMutation({
  name: 'createRole',
  description: 'Makes a role from rights that the caller holds. Needs role.manage.',
  input: createRoleInput,
  run: async (context, input) => ({ roleId: await createRole(context, input) }),
  fields: (t) => ({ role: t.field({ type: Role, nullable: true, resolve: (result) => result.roleId }) }),
});

defineMutation({
  name: 'updateRole',
  description: 'Changes the name, description or rights of a role. Needs role.manage.',
  input: updateRoleInput,
  run: async (context, input) => ({ roleId: await updateRole(context, input) }),
  fields: (t) => ({ role: t.field({ type: Role, nullable: true, resolve: (result) => result.roleId }) }),
});

defineMutation({
  name: 'deleteRole',
  description: 'Deletes a role that nobody has and no published ticket type names. Needs role.manage.',
  input: deleteRoleInput,
  run: async (context, input) => ({ roleId: await deleteRole(context, input) }),
  fields: (t) => ({ roleId: t.globalID({ resolve: (result) => ({ type: 'Role', id: result.roleId }) }) }),
});
