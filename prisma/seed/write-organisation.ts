import { hashPassword } from '@handoff/core/identity/sign-in/password';
import { writeBuiltInRoles } from '@handoff/core/identity/company/write-built-in-roles';
import { namePinyin } from '@handoff/core/customer/name-pinyin';
import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';
import { agents, departments, groups, type DepartmentPlan } from './organisation.ts';

/** The ids of what was written, by key or login name. */
export interface Organisation {
  agentIds: Map<string, string>;
  departmentIds: Map<string, string>;
}

/** The password of every demo account. */
export const demoPassword = 'handoff-demo-2026';

async function writeDepartments(context: Context, agentIds: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const now = context.now();
  const write = async (plan: DepartmentPlan, parent: { id: string; path: string } | null, position: number) => {
    const id = newId();
    const path = `${parent?.path ?? '/'}${id}/`;
    ids.set(plan.key, id);
    await context.db
      .insertInto('department')
      .values({
        id,
        parentId: parent?.id ?? null,
        name: plan.name,
        path,
        headId: agentIds.get(plan.head) ?? null,
        position,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    for (const [index, below] of (plan.below ?? []).entries()) await write(below, { id, path }, index);
  };
  await write(departments, null, 0);
  return ids;
}

/** Writes departments, roles, people and groups. */
export async function writeOrganisation(context: Context): Promise<Organisation> {
  const agentIds = new Map(agents.map((agent) => [agent.login, newId()]));
  const departmentIds = await writeDepartments(context, agentIds);
  const roleIds = await writeBuiltInRoles(context);
  const passwordHash = await hashPassword(demoPassword);
  const now = context.now();
  const paths = new Map<string, string>();
  for (const plan of agents) {
    const id = agentIds.get(plan.login) ?? '';
    const reportingPath = `${plan.manager ? (paths.get(plan.manager) ?? '/') : '/'}${id}/`;
    paths.set(plan.login, reportingPath);
    await context.db
      .insertInto('agent')
      .values({
        id,
        loginName: plan.login,
        name: plan.name,
        namePinyin: namePinyin(plan.name),
        workNumber: plan.workNumber,
        email: `${plan.login}@haichen.example`,
        passwordHash,
        departmentId: departmentIds.get(plan.department) ?? '',
        reportingManagerId: plan.manager ? (agentIds.get(plan.manager) ?? null) : null,
        reportingPath,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await context.db
      .insertInto('agentRole')
      .values(plan.roles.map((role) => ({ agentId: id, roleId: roleIds.get(role) ?? '' })))
      .execute();
  }
  for (const group of groups) {
    const groupId = newId();
    await context.db
      .insertInto('serviceGroup')
      .values({
        ...rowOf(group),
        id: groupId,
        leaderId: agentIds.get(group.leader) ?? null,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    const members = agents.filter((agent) => agent.groups.includes(group.key));
    await context.db
      .insertInto('serviceGroupMember')
      .values(members.map((member) => ({ groupId, agentId: agentIds.get(member.login) ?? '' })))
      .execute();
  }
  return { agentIds, departmentIds };
}

const rowOf = ({ key, name, kind, strategy }: (typeof groups)[number]) => ({ key, name, kind, strategy });
