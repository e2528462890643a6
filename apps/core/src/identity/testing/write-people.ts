import type { Database } from '@handoff/prisma';
import { newId } from '../../platform/id.ts';
import type { Context } from '../../platform/context.ts';
import { testContext } from '../../platform/testing/test-context.ts';
import { loadActor } from '../load-actor.ts';
import { permissionKeys, type DataScope, type Permission } from '../permissions.ts';
import { superAdminRole } from '../rights.ts';

export interface People {
  rootId: string;
  adminId: string;
  adminRoleId: string;
}

/** The smallest company that can be managed: a root department and one super admin in it. */
export async function writePeople(database: Database): Promise<People> {
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const people = { rootId: newId(), adminId: newId(), adminRoleId: newId() };
  await database
    .insertInto('department')
    .values({ ...at, id: people.rootId, parentId: null, name: 'Company', path: `/${people.rootId}/` })
    .execute();
  await database
    .insertInto('role')
    .values({ ...at, id: people.adminRoleId, key: superAdminRole, name: 'Super admin', isBuiltIn: true })
    .execute();
  await database
    .insertInto('roleGrant')
    .values(permissionKeys.map((permission) => ({ roleId: people.adminRoleId, permission, scope: 'all' })))
    .execute();
  await writeAgent(database, { id: people.adminId, rootId: people.rootId, roleId: people.adminRoleId });
  return people;
}

/** An agent in the root department, without a password that would let them in. */
export async function writeAgent(
  database: Database,
  { id = newId(), rootId, roleId }: { id?: string; rootId: string; roleId?: string },
): Promise<string> {
  await database
    .insertInto('agent')
    .values({
      id,
      loginName: `agent.${id.toLowerCase()}`,
      name: 'Li Na',
      namePinyin: 'li na ln',
      passwordHash: 'none',
      departmentId: rootId,
      reportingPath: `/${id}/`,
      createdAt: new Date(),
      updatedAt: new Date(),
    })
    .execute();
  if (roleId) await database.insertInto('agentRole').values({ agentId: id, roleId }).execute();
  return id;
}

/** A role with these rights. */
export async function writeRole(
  database: Database,
  key: string,
  grants: Partial<Record<Permission, DataScope>>,
): Promise<string> {
  const id = newId();
  const at = new Date();
  await database.insertInto('role').values({ id, key, name: key, createdAt: at, updatedAt: at }).execute();
  const rows = Object.entries(grants).map(([permission, scope]) => ({ roleId: id, permission, scope }));
  if (rows.length > 0) await database.insertInto('roleGrant').values(rows).execute();
  return id;
}

/** A context in which this agent acts, with the rights that they hold now. */
export async function actingAs(database: Database, agentId: string): Promise<Context> {
  const actor = await loadActor(database, agentId);
  if (!actor) throw new Error(`there is no active agent ${agentId}`);
  return testContext(database, actor);
}
