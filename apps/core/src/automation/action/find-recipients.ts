import type { FlowState } from '../../flow/flow-state.ts';
import { fromGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import { findAudience } from '../../sla/policy/find-audience.ts';
import type { Recipient } from './action.ts';

interface OfTicket {
  creatorId: string;
  state: FlowState;
}

const ofTicket = ['handler', 'group_leader', 'manager'] as const;
const isOfTicket = (kind: string): kind is (typeof ofTicket)[number] => ofTicket.some((each) => each === kind);

/** The active people whom recipients mean now. Without a ticket, those of one mean nobody. */
export async function findRecipients(
  context: Context,
  to: readonly Recipient[],
  ticket: OfTicket | null,
): Promise<string[]> {
  const named = (kind: string, node: string): string[] =>
    to.flatMap((one) => ('id' in one && one.kind === kind ? (fromGlobalId(node, one.id) ?? []) : []));
  const [agentIds, roleIds, groupIds] = [
    named('agent', 'Agent'),
    named('role', 'Role'),
    named('group', 'ServiceGroup'),
  ];
  const kinds = to.flatMap(({ kind }) => (isOfTicket(kind) ? [kind] : []));
  const [ofRoles, ofGroups, audience] = await Promise.all([
    roleIds.length ? context.db.selectFrom('agentRole').select('agentId').where('roleId', 'in', roleIds).execute() : [],
    groupIds.length
      ? context.db.selectFrom('serviceGroupMember').select('agentId').where('groupId', 'in', groupIds).execute()
      : [],
    ticket && kinds.length ? findAudience(context, ticket.state, kinds) : [],
  ]);
  const creator = ticket && to.some(({ kind }) => kind === 'creator') ? [ticket.creatorId] : [];
  const found = [...agentIds, ...audience, ...creator, ...[...ofRoles, ...ofGroups].map(({ agentId }) => agentId)];
  if (found.length === 0) return [];
  const active = await context.db
    .selectFrom('agent')
    .select('id')
    .where('id', 'in', [...new Set(found)])
    .where('isActive', '=', true)
    .execute();
  return active.map(({ id }) => id);
}
