import type { Context } from '../platform/context.ts';
import { may } from '../identity/actor.ts';
import { groupIdsByKey } from '../identity/service-group/group-ids.ts';
import type { TicketTypeDefinition } from './ticket-type-definition.ts';

/** Whether the caller may make tickets of this type: its create permission names roles and groups; empty means all. */
export async function mayCreate(context: Context, definition: TicketTypeDefinition): Promise<boolean> {
  const { actor } = context;
  if (actor.kind === 'system') return true;
  if (!may(actor, 'ticket.create')) return false;
  const { roles, groups } = definition.permissions.create;
  if (roles.length === 0 && groups.length === 0) return true;
  if (roles.some((role) => actor.roleKeys.includes(role))) return true;
  if (groups.length === 0 || actor.groupIds.length === 0) return false;
  const ids = await groupIdsByKey(context);
  return groups.some((key) => actor.groupIds.includes(ids.get(key) ?? ''));
}
