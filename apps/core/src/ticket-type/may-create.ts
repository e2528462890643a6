import type { Context } from '../platform/context.ts';
import { may } from '../identity/actor.ts';
import { groupIdsByKey } from '../identity/service-group/group-ids.ts';
import type { GrantedTo, TicketTypeDefinition } from './ticket-type-definition.ts';

/** Whether the caller may make tickets of this type: its create permission names roles and groups; empty means all. */
export async function mayCreate(context: Context, definition: TicketTypeDefinition): Promise<boolean> {
  const { actor } = context;
  if (actor.kind === 'system') return true;
  if (!may(actor, 'ticket.create')) return false;
  const { create } = definition.permissions;
  return (create.roles.length === 0 && create.groups.length === 0) || isGrantedTo(context, create);
}

/** Whether the caller may link tickets of this type with others and take such links away. Nobody may if nobody is named. */
export async function mayLink(
  context: Context,
  { permissions }: Pick<TicketTypeDefinition, 'permissions'>,
): Promise<boolean> {
  return context.actor.kind === 'system' || isGrantedTo(context, permissions.link);
}

/** Whether the caller has one of the roles or serves in one of the groups. */
async function isGrantedTo(context: Context, { roles, groups }: GrantedTo): Promise<boolean> {
  const { actor } = context;
  if (roles.some((role) => actor.roleKeys.includes(role))) return true;
  if (groups.length === 0 || actor.groupIds.length === 0) return false;
  const ids = await groupIdsByKey(context);
  return groups.some((key) => actor.groupIds.includes(ids.get(key) ?? ''));
}
