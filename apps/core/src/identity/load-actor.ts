import type { Database } from '@handoff/prisma';
import type { Actor } from './actor.ts';
import { permissionSchema, dataScopeSchema, type DataScope, type Permission } from './permissions.ts';

interface Rights {
  grants: Map<Permission, Set<DataScope>>;
  roleKeys: Set<string>;
}

async function loadRights(db: Database, agentIds: readonly string[]): Promise<Map<string, Rights>> {
  const rows = await db
    .selectFrom('agentRole')
    .innerJoin('role', 'role.id', 'agentRole.roleId')
    .leftJoin('roleGrant', 'roleGrant.roleId', 'role.id')
    .select(['agentRole.agentId', 'role.key', 'roleGrant.permission', 'roleGrant.scope'])
    .where('agentRole.agentId', 'in', agentIds)
    .execute();
  const byAgent = new Map<string, Rights>();
  for (const row of rows) {
    const rights: Rights = byAgent.get(row.agentId) ?? {
      grants: new Map<Permission, Set<DataScope>>(),
      roleKeys: new Set<string>(),
    };
    byAgent.set(row.agentId, rights);
    rights.roleKeys.add(row.key);
    const permission = permissionSchema.safeParse(row.permission);
    const scope = dataScopeSchema.safeParse(row.scope);
    if (!permission.success || !scope.success) continue;
    const scopes = rights.grants.get(permission.data) ?? new Set<DataScope>();
    rights.grants.set(permission.data, scopes.add(scope.data));
  }
  return byAgent;
}

async function loadGroupIds(db: Database, agentIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('serviceGroupMember')
    .select(['agentId', 'groupId'])
    .where('agentId', 'in', agentIds)
    .execute();
  const byAgent = new Map<string, string[]>();
  for (const { agentId, groupId } of rows) byAgent.set(agentId, [...(byAgent.get(agentId) ?? []), groupId]);
  return byAgent;
}

/** Reads what the active ones of these agents may do now, with three queries however many they are. */
export async function loadActors(db: Database, agentIds: readonly string[]): Promise<Map<string, Actor>> {
  if (agentIds.length === 0) return new Map();
  const [agents, rights, groupIds] = await Promise.all([
    db
      .selectFrom('agent')
      .innerJoin('department', 'department.id', 'agent.departmentId')
      .select(['agent.id', 'agent.departmentId', 'department.path', 'agent.reportingPath', 'agent.mustChangePassword'])
      .where('agent.id', 'in', agentIds)
      .where('agent.isActive', '=', true)
      .execute(),
    loadRights(db, agentIds),
    loadGroupIds(db, agentIds),
  ]);
  return new Map(
    agents.map((agent) => [
      agent.id,
      {
        kind: 'agent',
        agentId: agent.id,
        departmentId: agent.departmentId,
        departmentPath: agent.path,
        reportingPath: agent.reportingPath,
        groupIds: groupIds.get(agent.id) ?? [],
        roleKeys: [...(rights.get(agent.id)?.roleKeys ?? [])],
        grants: rights.get(agent.id)?.grants ?? new Map<Permission, Set<DataScope>>(),
        mustChangePassword: agent.mustChangePassword,
      },
    ]),
  );
}

/** Reads what an active agent may do now; null if there is no such active agent. */
export async function loadActor(db: Database, agentId: string): Promise<Actor | null> {
  return (await loadActors(db, [agentId])).get(agentId) ?? null;
}
