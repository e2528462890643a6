import type { Context } from '../platform/context.ts';
import { may } from '../identity/actor.ts';
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
  const mine = await context.db.selectFrom('serviceGroup').select('key').where('id', 'in', actor.groupIds).execute();
  return mine.some((group) => groups.includes(group.key));
}
