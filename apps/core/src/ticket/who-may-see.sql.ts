import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../platform/context.ts';

/**
 * The access rule of tickets seen from the ticket, as a condition on table `agent`: active people whose right to read
 * tickets reaches somebody with a part in this one, or a group that it is offered to. Says the same as `ticketsInReach`.
 */
export function maySeeTicket(ticketId: string): RawBuilder<boolean> {
  return sql`(agent.is_active = 1 AND EXISTS (SELECT 1 FROM ticket WHERE ticket.id = ${ticketId}
      AND (ticket.status <> 'draft' OR ticket.creator_id = agent.id))
    AND EXISTS (SELECT 1 FROM agent_role
      INNER JOIN role_grant ON role_grant.role_id = agent_role.role_id AND role_grant.permission = 'ticket.read'
      INNER JOIN department home ON home.id = agent.department_id
      WHERE agent_role.agent_id = agent.id AND (role_grant.scope = 'all' OR EXISTS (
        SELECT 1 FROM agent insider INNER JOIN department place ON place.id = insider.department_id
        WHERE insider.id IN (
            SELECT ticket_participant.agent_id FROM ticket_participant WHERE ticket_participant.ticket_id = ${ticketId}
            UNION SELECT service_group_member.agent_id FROM ticket_step
              INNER JOIN service_group_member ON service_group_member.group_id = ticket_step.group_id
              WHERE ticket_step.ticket_id = ${ticketId} AND ticket_step.is_active = 1)
          AND (insider.id = agent.id
            OR (role_grant.scope = 'reporting_tree' AND insider.reporting_path LIKE CONCAT(agent.reporting_path, '%'))
            OR (role_grant.scope = 'department' AND insider.department_id = agent.department_id)
            OR (role_grant.scope = 'department_tree' AND place.path LIKE CONCAT(home.path, '%')))))))`;
}

/** Those of these people who may see the ticket now. */
export async function whoMaySee(context: Context, ticketId: string, agentIds: readonly string[]): Promise<string[]> {
  if (agentIds.length === 0) return [];
  const rows = await context.db
    .selectFrom('agent')
    .select('agent.id')
    .where('agent.id', 'in', agentIds)
    .where(maySeeTicket(ticketId))
    .execute();
  return rows.map(({ id }) => id);
}
