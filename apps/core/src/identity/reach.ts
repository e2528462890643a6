import { sql, type Expression, type SqlBool } from 'kysely';
import { remember, type Context } from '../platform/context.ts';
import { may, type Actor } from './actor.ts';
import type { DataScope, Permission } from './permissions.ts';

/** Whose data an actor reaches with a permission: everybody's, or that of these people and groups. */
export type Reach = 'all' | { agentIds: readonly string[]; groupIds: readonly string[] };

/** Of the actors that are known for a moment; whom they reach is known as long. */
const kept = new WeakMap<Actor, Map<string, unknown>>();

/** Lets whom this actor reaches be found out once for as long as the actor is used. */
export const keepReach = (actor: Actor): unknown => kept.set(actor, new Map());

const nothing: Reach = { agentIds: [], groupIds: [] };

async function agentsWithin(context: Context, actor: Actor, scopes: ReadonlySet<DataScope>): Promise<string[]> {
  const rows = await context.db
    .selectFrom('agent')
    .innerJoin('department', 'department.id', 'agent.departmentId')
    .select('agent.id')
    .where((eb) => {
      const any: Expression<SqlBool>[] = [eb('agent.id', '=', actor.agentId)];
      if (scopes.has('reporting_tree')) any.push(sql<SqlBool>`agent.reporting_path LIKE ${`${actor.reportingPath}%`}`);
      if (scopes.has('department')) any.push(eb('agent.departmentId', '=', actor.departmentId));
      if (scopes.has('department_tree')) any.push(sql<SqlBool>`department.path LIKE ${`${actor.departmentPath}%`}`);
      return eb.or(any);
    })
    .execute();
  return rows.map((row) => row.id);
}

async function groupsOf(context: Context, agentIds: readonly string[]): Promise<string[]> {
  if (agentIds.length === 0) return [];
  const rows = await context.db
    .selectFrom('serviceGroupMember')
    .select('groupId')
    .distinct()
    .where('agentId', 'in', agentIds)
    .execute();
  return rows.map((row) => row.groupId);
}

/** Resolves a permission's united scopes to people and groups, once a request or as long as the actor is kept. */
export function reachOf(context: Context, permission: Permission): Promise<Reach> {
  const { actor } = context;
  if (actor.kind === 'system') return Promise.resolve('all');
  if (!may(actor, permission) || !actor.agentId) return Promise.resolve(nothing);
  return remember({ memo: kept.get(actor) ?? context.memo }, `reach:${permission}`, async () => {
    const scopes = actor.grants.get(permission) ?? new Set<DataScope>();
    if (scopes.has('all')) return 'all';
    const onlySelf = scopes.size === 1 && scopes.has('self');
    const agentIds = onlySelf && actor.agentId ? [actor.agentId] : await agentsWithin(context, actor, scopes);
    const groupIds = onlySelf ? actor.groupIds : await groupsOf(context, agentIds);
    return { agentIds, groupIds };
  });
}
