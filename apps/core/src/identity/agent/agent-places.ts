import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { ValidationError } from '../../platform/errors.ts';
import { isDuplicateKey } from '../../platform/transaction.ts';

const longestPath = 500;

/** Throws ValidationError if there is no such department. */
export async function requireDepartment(context: Context, departmentId: string): Promise<void> {
  const found = await context.db
    .selectFrom('department')
    .select('id')
    .where('id', '=', departmentId)
    .executeTakeFirst();
  if (found) return;
  throw ValidationError.at('departmentId', 'no_such_department', {
    en: 'This department is gone. Choose another one.',
    zh: '该部门已不存在，请另选部门。',
  });
}

/**
 * The reporting path of somebody below a manager. The manager must be active and hold `agent.oversee`.
 * Throws ValidationError, also if the manager reports to this agent.
 */
export async function reportingPathBelow(
  context: Context,
  agentId: string,
  managerId: string | null | undefined,
): Promise<string> {
  if (!managerId) return `/${agentId}/`;
  const manager = await context.db
    .selectFrom('agent')
    .innerJoin('agentRole', 'agentRole.agentId', 'agent.id')
    .innerJoin('roleGrant', 'roleGrant.roleId', 'agentRole.roleId')
    .select('agent.reportingPath')
    .where('agent.id', '=', managerId)
    .where('agent.isActive', '=', true)
    .where('roleGrant.permission', '=', 'agent.oversee')
    .executeTakeFirst();
  if (!manager) {
    throw ValidationError.at('reportingManagerId', 'not_a_manager', {
      en: 'Only an active agent with the right "agent.oversee" can be a reporting manager. Choose another, or give that right to a role of theirs.',
      zh: '主管必须是在职且拥有“agent.oversee”权限的坐席，请另选，或为其角色授予该权限。',
    });
  }
  if (manager.reportingPath.includes(`/${agentId}/`)) {
    throw ValidationError.at('reportingManagerId', 'cycle', {
      en: 'This manager reports to the agent, directly or through others. Choose somebody else.',
      zh: '该主管直接或间接向此坐席汇报，请另选主管。',
    });
  }
  const path = `${manager.reportingPath}${agentId}/`;
  if (path.length <= longestPath) return path;
  throw ValidationError.at('reportingManagerId', 'too_deep', {
    en: 'The line of managers would be longer than 18 people. Choose somebody further up.',
    zh: '汇报层级超过 18 级，请选择更上级的主管。',
  });
}

/** Changes of the reporting tree wait for each other: all of them lock its tops first. */
export async function lockReportingTree(context: Context): Promise<void> {
  await context.db.selectFrom('agent').select('id').where('reportingManagerId', 'is', null).forUpdate().execute();
}

/** Gives an agent a new place in the reporting tree, with everybody who reports to them. */
export async function moveReportingTree(context: Context, from: string, to: string): Promise<void> {
  await context.db
    .updateTable('agent')
    .set({ reportingPath: sql<string>`CONCAT(${to}, SUBSTRING(reporting_path, ${from.length + 1}))` })
    .where('reportingPath', 'like', `${from}%`)
    .execute();
}

/** Replaces an agent's roles. Throws ValidationError if one is gone. */
export async function writeRoles(context: Context, agentId: string, roleIds: readonly string[]): Promise<void> {
  const ids = [...new Set(roleIds)];
  const found = ids.length
    ? await context.db.selectFrom('role').select('id').where('id', 'in', ids).forUpdate().execute()
    : [];
  if (found.length < ids.length) {
    throw ValidationError.at('roleIds', 'no_such_role', {
      en: 'One of these roles is gone. Choose again.',
      zh: '其中一个角色已不存在，请重新选择。',
    });
  }
  await context.db.deleteFrom('agentRole').where('agentId', '=', agentId).execute();
  if (ids.length === 0) return;
  await context.db
    .insertInto('agentRole')
    .values(ids.map((roleId) => ({ agentId, roleId })))
    .execute();
}

/** Sets the service groups of an agent; groups that stay keep the skill level. Throws ValidationError if one is gone. */
export async function writeGroups(context: Context, agentId: string, groupIds: readonly string[]): Promise<void> {
  const ids = [...new Set(groupIds)];
  const found = ids.length
    ? await context.db.selectFrom('serviceGroup').select('id').where('id', 'in', ids).forUpdate().execute()
    : [];
  if (found.length < ids.length) {
    throw ValidationError.at('groupIds', 'no_such_group', {
      en: 'One of these service groups is gone. Choose again.',
      zh: '其中一个服务组已不存在，请重新选择。',
    });
  }
  await context.db
    .deleteFrom('serviceGroupMember')
    .where('agentId', '=', agentId)
    .$if(ids.length > 0, (query) => query.where('groupId', 'not in', ids))
    .execute();
  if (ids.length === 0) return;
  await context.db
    .insertInto('serviceGroupMember')
    .values(ids.map((groupId) => ({ agentId, groupId })))
    .ignore()
    .execute();
}

/** Runs the write of an agent and says which of the names that must be unique is taken. */
export async function sayWhatIsTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isDuplicateKey(error) || !(error instanceof Error)) throw error;
    const isWorkNumber = error.message.includes('work_number');
    throw ValidationError.at(isWorkNumber ? 'workNumber' : 'loginName', 'taken', {
      en: `Another agent has this ${isWorkNumber ? 'work number' : 'login name'}. Choose another one.`,
      zh: `该${isWorkNumber ? '工号' : '登录名'}已被使用，请换一个。`,
    });
  }
}
