import type { z } from 'zod';
import { loadDefinitions, rolesNamedBy } from '../../ticket-type/definition-references.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { deleteRoleInput } from './role-input.ts';

const builtIn = () =>
  new ConflictError('built_in', {
    en: 'Built-in roles stay. Take their rights away, or give people other roles.',
    zh: '内置角色不可删除，可调整其权限或改用其他角色。',
  });

const inUse = (agents: number, ticketTypes: string[]) =>
  new ConflictError(
    'role_in_use',
    {
      en: `${agents} agents have this role${ticketTypes.length ? `, and ticket types name it: ${ticketTypes.join(', ')}` : ''}. Change them first.`,
      zh: `有 ${agents} 名坐席使用该角色${ticketTypes.length ? `，且工单类型引用了它：${ticketTypes.join('、')}` : ''}，请先调整。`,
    },
    { agents, ticketTypes },
  );

/** Deletes a role that nobody has and no published ticket type names. Throws ConflictError, NotFoundError. */
export async function deleteRole(context: Context, input: z.input<typeof deleteRoleInput>): Promise<string> {
  requirePermission(context.actor, 'role.manage');
  const { roleId } = parseInput(deleteRoleInput, input);
  return inTransaction(context, async (context) => {
    const role = await context.db
      .selectFrom('role')
      .select(['key', 'name', 'isBuiltIn'])
      .where('id', '=', roleId)
      .forUpdate()
      .executeTakeFirst();
    if (!role) throw new NotFoundError('role');
    if (role.isBuiltIn) throw builtIn();
    const agents = await context.db.selectFrom('agentRole').select('agentId').where('roleId', '=', roleId).execute();
    const definitions = await loadDefinitions(context);
    const types = definitions.filter((definition) => rolesNamedBy(definition).has(role.key));
    if (agents.length + types.length > 0) {
      throw inUse(
        agents.length,
        types.map((type) => type.key),
      );
    }
    await context.db.deleteFrom('roleGrant').where('roleId', '=', roleId).execute();
    await context.db.deleteFrom('role').where('id', '=', roleId).execute();
    await recordAudit(context, {
      action: 'role.deleted',
      subjectType: 'role',
      subjectId: roleId,
      changes: { name: role.name },
    });
    return roleId;
  });
}
