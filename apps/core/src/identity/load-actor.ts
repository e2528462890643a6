import type { Database } from '@handoff/prisma';
import type { Actor } from './actor.ts';
import { permissionSchema, dataScopeSchema, type DataScope, type Permission } from './permissions.ts';

type Grants = Map<Permission, Set<DataScope>>;

async function loadGrants(db: Database, agentId: string): Promise<{ grants: Grants; roleKeys: string[] }> {
  const rows = await db
    .selectFrom('agentRole')
    .innerJoin('role', 'role.id', 'agentRole.roleId')
    .leftJoin('roleGrant', 'roleGrant.roleId', 'role.id')
    .select(['role.key', 'roleGrant.permission', 'roleGrant.scope'])
    .where('agentRole.agentId', '=', agentId)
    .execute();
  const grants: Grants = new Map();
  for (const row of rows) {
    const permission = permissionSchema.safeParse(row.permission);
    const scope = dataScopeSchema.safeParse(row.scope);
    if (!permission.success || !scope.success) continue;
    const scopes = grants.get(permission.data) ?? new Set();
    grants.set(permission.data, scopes.add(scope.data));
  }
  return { grants, roleKeys: [...new Set(rows.map((row) => row.key))] };
}

/** Reads what an active agent may do now; null if there is no such active agent. */
export async function loadActor(db: Database, agentId: string): Promise<Actor | null> {
  const agent = await db
    .selectFrom('agent')
    .innerJoin('department', 'department.id', 'agent.departmentId')
    .select(['agent.id', 'agent.departmentId', 'department.path', 'agent.reportingPath', 'agent.mustChangePassword'])
    .where('agent.id', '=', agentId)
    .where('agent.isActive', '=', true)
    .executeTakeFirst();
  if (!agent) return null;
  const [{ grants, roleKeys }, groups] = await Promise.all([
    loadGrants(db, agentId),
    db.selectFrom('serviceGroupMember').select('groupId').where('agentId', '=', agentId).execute(),
  ]);
  return {
    kind: 'agent',
    agentId: agent.id,
    departmentId: agent.departmentId,
    departmentPath: agent.path,
    reportingPath: agent.reportingPath,
    groupIds: groups.map((group) => group.groupId),
    roleKeys,
    grants,
    mustChangePassword: agent.mustChangePassword,
  };
}
