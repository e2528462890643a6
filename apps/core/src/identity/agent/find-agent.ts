import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { agentColumns, type AgentRow } from '../identity-loaders.ts';
import { requireRights, rightsOfAgent, superAdminRole } from '../rights.ts';

/**
 * Reads an agent whose account the caller may change: one who holds no right that the caller lacks, so that nobody
 * climbs through another's account. Throws NotFoundError, NotPermittedError.
 */
export async function findManageableAgent(context: Context, agentId: string): Promise<AgentRow> {
  const agent = await context.db
    .selectFrom('agent')
    .select(agentColumns)
    .where('id', '=', agentId)
    .forUpdate()
    .executeTakeFirst();
  if (!agent) throw new NotFoundError('agent');
  requireRights(context.actor, await rightsOfAgent(context, agentId));
  return agent;
}

/** Throws ConflictError if nobody but this agent could still grant rights. */
export async function requireOtherSuperAdmin(context: Context, agentId: string): Promise<void> {
  const admins = await context.db
    .selectFrom('agent')
    .innerJoin('agentRole', 'agentRole.agentId', 'agent.id')
    .innerJoin('role', 'role.id', 'agentRole.roleId')
    .select('agent.id')
    .where('role.key', '=', superAdminRole)
    .where('agent.isActive', '=', true)
    .forUpdate()
    .execute();
  if (!admins.some((admin) => admin.id === agentId) || admins.length > 1) return;
  throw new ConflictError('last_super_admin', {
    en: 'This is the last super admin. Make somebody else one first.',
    zh: '这是最后一名超级管理员，请先指定另一名。',
  });
}

/** Signs an agent out everywhere. */
export async function endSessions(context: Context, agentId: string): Promise<void> {
  await context.db
    .updateTable('session')
    .set({ revokedAt: context.now() })
    .where('agentId', '=', agentId)
    .where('revokedAt', 'is', null)
    .execute();
}
