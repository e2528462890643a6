import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../platform/context.ts';

export type AgentRow = Omit<Selectable<DB['agent']>, 'passwordHash'>;
export type DepartmentRow = Selectable<DB['department']>;
export type RoleRow = Selectable<DB['role']>;
export type ServiceGroupRow = Selectable<DB['serviceGroup']>;

/** Puts rows into the order of their ids, null where there is none: what a batch loader answers. */
export function inOrderOf<Row extends { id: string }>(ids: readonly string[], rows: Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

// Who works here, in which department and group, is known to every colleague; only secrets and rights are not.
const isColleague = (context: Context): boolean =>
  context.actor.kind === 'agent' || context.actor.kind === 'integration' || context.actor.kind === 'system';

/** The columns of an agent that may leave the database. */
export const agentColumns = [
  'agent.id',
  'agent.loginName',
  'agent.name',
  'agent.namePinyin',
  'agent.workNumber',
  'agent.email',
  'agent.phone',
  'agent.nickname',
  'agent.mustChangePassword',
  'agent.departmentId',
  'agent.reportingManagerId',
  'agent.reportingPath',
  'agent.isActive',
  'agent.locale',
  'agent.lastLoginAt',
  'agent.awayFrom',
  'agent.awayUntil',
  'agent.deputyId',
  'agent.calendarId',
  'agent.version',
  'agent.createdAt',
  'agent.updatedAt',
] as const;

export async function loadVisibleAgents(context: Context, ids: readonly string[]): Promise<(AgentRow | null)[]> {
  if (!isColleague(context)) return ids.map(() => null);
  const rows = await context.db.selectFrom('agent').select(agentColumns).where('id', 'in', ids).execute();
  return inOrderOf(ids, rows);
}

export async function loadVisibleDepartments(
  context: Context,
  ids: readonly string[],
): Promise<(DepartmentRow | null)[]> {
  if (!isColleague(context)) return ids.map(() => null);
  const rows = await context.db.selectFrom('department').selectAll().where('id', 'in', ids).execute();
  return inOrderOf(ids, rows);
}

export async function loadVisibleServiceGroups(
  context: Context,
  ids: readonly string[],
): Promise<(ServiceGroupRow | null)[]> {
  if (!isColleague(context)) return ids.map(() => null);
  const rows = await context.db.selectFrom('serviceGroup').selectAll().where('id', 'in', ids).execute();
  return inOrderOf(ids, rows);
}

export async function loadVisibleRoles(context: Context, ids: readonly string[]): Promise<(RoleRow | null)[]> {
  if (!isColleague(context)) return ids.map(() => null);
  const rows = await context.db.selectFrom('role').selectAll().where('id', 'in', ids).execute();
  return inOrderOf(ids, rows);
}
