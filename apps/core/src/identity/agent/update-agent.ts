import { namePinyin } from '../../customer/name-pinyin.ts';
import { recordAudit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { parseInput } from '../../platform/parse-input.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { requirePermission } from '../actor.ts';
import { requireRights, rightsOfRoles, superAdminRole } from '../rights.ts';
import { requireCalendar } from '../working-hours/require-calendar.ts';
import { updateAgentInput, type UpdateAgentInput } from './agent-input.ts';
import {
  lockReportingTree,
  moveReportingTree,
  reportingPathBelow,
  requireDepartment,
  sayWhatIsTaken,
  writeGroups,
  writeRoles,
} from './agent-places.ts';
import { endSessions, findManageableAgent, requireOtherSuperAdmin } from './find-agent.ts';

async function setRoles(context: Context, agentId: string, roleIds: readonly string[]): Promise<void> {
  requireRights(context.actor, await rightsOfRoles(context, roleIds));
  const keeps = roleIds.length
    ? await context.db
        .selectFrom('role')
        .select('id')
        .where('key', '=', superAdminRole)
        .where('id', 'in', roleIds)
        .executeTakeFirst()
    : undefined;
  if (!keeps) await requireOtherSuperAdmin(context, agentId);
  await writeRoles(context, agentId, roleIds);
}

/**
 * Changes the facts, place, roles and groups that the input names; disabling signs the agent out everywhere.
 * Throws ConflictError if the agent changed since `expectedVersion` or is the last super admin, ValidationError for a
 * manager who may not be one, NotPermittedError for rights that the caller lacks.
 */
export async function updateAgent(context: Context, input: UpdateAgentInput): Promise<string> {
  requirePermission(context.actor, 'agent.manage');
  const { agentId, expectedVersion, roleIds, groupIds, ...facts } = parseInput(updateAgentInput, input);
  return inTransaction(context, async (context) => {
    const isMoved = facts.reportingManagerId !== undefined;
    if (isMoved) await lockReportingTree(context);
    const before = await findManageableAgent(context, agentId);
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    if (facts.departmentId) await requireDepartment(context, facts.departmentId);
    if (facts.calendarId) await requireCalendar(context, facts.calendarId);
    if (isMoved) {
      const path = await reportingPathBelow(context, agentId, facts.reportingManagerId);
      if (path !== before.reportingPath) await moveReportingTree(context, before.reportingPath, path);
    }
    if (roleIds) await setRoles(context, agentId, roleIds);
    if (groupIds) await writeGroups(context, agentId, groupIds);
    if (facts.isActive === false) {
      await requireOtherSuperAdmin(context, agentId);
      await endSessions(context, agentId);
    }
    await sayWhatIsTaken(
      context.db
        .updateTable('agent')
        .set({
          ...facts,
          ...(facts.name ? { namePinyin: namePinyin(facts.name).slice(0, 200) } : {}),
          version: before.version + 1,
          updatedAt: context.now(),
        })
        .where('id', '=', agentId)
        .execute(),
    );
    await recordAudit(context, {
      action: 'agent.updated',
      subjectType: 'agent',
      subjectId: agentId,
      changes: { ...facts, ...(roleIds ? { roleIds } : {}), ...(groupIds ? { groupIds } : {}) },
    });
    return agentId;
  });
}
