import type { Context } from '../platform/context.ts';
import { NotPermittedError } from '../platform/errors.ts';
import type { Actor } from './actor.ts';
import { dataScopeSchema, permissionSchema, type DataScope, type Permission } from './permissions.ts';

/** Who holds this role may grant every right, also one that the role itself leaves out. */
export const superAdminRole = 'super-admin';

export interface Right {
  permission: Permission;
  scope: DataScope;
}

const covers: Record<DataScope, readonly DataScope[]> = {
  self: ['self'],
  reporting_tree: ['self', 'reporting_tree'],
  department: ['self', 'department'],
  department_tree: ['self', 'department', 'department_tree'],
  all: ['self', 'reporting_tree', 'department', 'department_tree', 'all'],
};

/** Whether an actor holds a right, with a scope at least as wide. */
export function holds(actor: Actor, { permission, scope }: Right): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'agent' && actor.roleKeys.includes(superAdminRole)) return true;
  return [...(actor.grants.get(permission) ?? [])].some((held) => covers[held].includes(scope));
}

/** Nobody hands out, or takes hold of, rights that they lack. Throws NotPermittedError that names the first one. */
export function requireRights(actor: Actor, rights: readonly Right[]): void {
  const missing = rights.find((right) => !holds(actor, right));
  if (missing) throw new NotPermittedError(missing.permission);
}

/** Every right that these roles grant. */
export async function rightsOfRoles(context: Context, roleIds: readonly string[]): Promise<Right[]> {
  if (roleIds.length === 0) return [];
  const rows = await context.db
    .selectFrom('roleGrant')
    .select(['permission', 'scope'])
    .where('roleId', 'in', roleIds)
    .execute();
  return rows.flatMap((row) => {
    const permission = permissionSchema.safeParse(row.permission);
    const scope = dataScopeSchema.safeParse(row.scope);
    return permission.success && scope.success ? [{ permission: permission.data, scope: scope.data }] : [];
  });
}

/** Every right that an agent holds through all roles. */
export async function rightsOfAgent(context: Context, agentId: string): Promise<Right[]> {
  const roles = await context.db.selectFrom('agentRole').select('roleId').where('agentId', '=', agentId).execute();
  return rightsOfRoles(
    context,
    roles.map((role) => role.roleId),
  );
}
