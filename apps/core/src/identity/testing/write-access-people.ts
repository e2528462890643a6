import type { Database } from '@handoff/prisma';
import { at, idAt, insert, stamps, type WrittenWorld } from './access-rows.ts';
import type { AccessWorld } from './access-world.ts';

/** The way from the top to the one at `index`, as ids. */
function pathOf(index: number, parentOf: (index: number) => number | null, names: string[]): string {
  const parent = parentOf(index);
  return `${parent === null ? '/' : pathOf(parent, parentOf, names)}${names[index] ?? ''}/`;
}

/** Departments, groups, roles, agents and what each keeps. */
export async function writeAccessPeople(db: Database, world: AccessWorld, to: WrittenWorld): Promise<void> {
  await insert(
    db,
    'department',
    to.departments.map((id, at) => ({
      ...stamps,
      id,
      parentId: idAt(to.departments, world.departments[at] ?? null),
      name: `department ${at}`,
      path: pathOf(at, (index) => world.departments[index] ?? null, to.departments),
    })),
  );
  await insert(
    db,
    'serviceGroup',
    to.groups.map((id) => ({ ...stamps, id, key: id, name: id, kind: 'voice', strategy: 'longest_idle' })),
  );
  await insert(
    db,
    'role',
    to.roles.map((id) => ({ ...stamps, id, key: id, name: id })),
  );
  await insert(
    db,
    'roleGrant',
    world.roles.flatMap(({ grants }, at) =>
      Object.entries(grants).map(([permission, scope]) => ({ roleId: to.roles[at], permission, scope })),
    ),
  );
  await insert(
    db,
    'agent',
    world.agents.map((agent, at) => ({
      ...stamps,
      id: to.agents[at],
      loginName: to.agents[at],
      name: `agent ${at}`,
      namePinyin: `agent ${at}`,
      passwordHash: 'none',
      departmentId: to.departments[agent.department],
      reportingManagerId: idAt(to.agents, agent.manager),
      reportingPath: pathOf(at, (index) => world.agents[index]?.manager ?? null, to.agents),
    })),
  );
  await insert(
    db,
    'agentRole',
    world.agents.flatMap(({ roles }, at) => roles.map((role) => ({ agentId: to.agents[at], roleId: to.roles[role] }))),
  );
  await insert(
    db,
    'serviceGroupMember',
    world.agents.flatMap(({ groups }, at) =>
      groups.map((group) => ({ agentId: to.agents[at], groupId: to.groups[group] })),
    ),
  );
  await insert(
    db,
    'savedView',
    world.savedViews.map(({ owner, sharing }, at) => ({
      ...stamps,
      id: to.savedViews[at],
      ownerId: to.agents[owner],
      list: 'tickets',
      name: `view ${at}`,
      query: '{}',
      sharing,
    })),
  );
  await insert(
    db,
    'savedViewGroup',
    world.savedViews.flatMap(({ groups }, at) =>
      groups.map((group) => ({ viewId: to.savedViews[at], groupId: to.groups[group] })),
    ),
  );
  await insert(
    db,
    'agentPresence',
    to.agents.map((agentId) => ({ agentId, channel: 'voice', state: 'ready', since: at })),
  );
}
