import { NotPermittedError } from '../platform/errors.ts';
import type { DataScope, Permission } from './permissions.ts';

/** Who acts: a signed-in agent, an integrator's token in an agent's name, or the system itself. */
export interface Actor {
  kind: 'agent' | 'integration' | 'system' | 'anonymous';
  agentId: string | null;
  departmentId: string | null;
  departmentPath: string | null;
  reportingPath: string | null;
  groupIds: readonly string[];
  roleKeys: readonly string[];
  /** The scopes of all roles, united; a token's scopes have already been cut out. */
  grants: ReadonlyMap<Permission, ReadonlySet<DataScope>>;
  sessionId?: string;
  /** The API token through which an integration acts. */
  credentialId?: string;
  mustChangePassword?: boolean;
}

const nobody = {
  agentId: null,
  departmentId: null,
  departmentPath: null,
  reportingPath: null,
  groupIds: [],
  roleKeys: [],
  grants: new Map<Permission, ReadonlySet<DataScope>>(),
};

/** The system acting on its own: timers, automatic steps, plugins' events. It may do everything. */
export const systemActor: Actor = { ...nobody, kind: 'system' };

/** Somebody who has not signed in. May do nothing but sign in. */
export const anonymousActor: Actor = { ...nobody, kind: 'anonymous' };

export const may = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'system' || actor.grants.has(permission);

/** Throws NotPermittedError if the actor lacks the permission altogether. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new NotPermittedError(permission);
}

/** The acting person's id. Throws NotPermittedError for acts that need a person, such as accepting a ticket. */
export function requireAgent(actor: Actor): string {
  if (!actor.agentId) throw new NotPermittedError('agent');
  return actor.agentId;
}
