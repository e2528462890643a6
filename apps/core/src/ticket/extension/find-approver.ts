import type { Context } from '../../platform/context.ts';
import { whoMaySee } from '../who-may-see.sql.ts';

/**
 * Who decides on an agent's request: the reporting manager, else the head of the department or of the next one above that
 * has another one. Only active people who may see the ticket. Null: whoever manages the ticket.
 */
export async function findApprover(context: Context, ticketId: string, agentId: string): Promise<string | null> {
  const asker = await context.db
    .selectFrom('agent')
    .innerJoin('department', 'department.id', 'agent.departmentId')
    .select(['agent.reportingManagerId', 'department.path'])
    .where('agent.id', '=', agentId)
    .executeTakeFirst();
  if (!asker) return null;
  const departmentIds = asker.path.split('/').filter(Boolean).reverse();
  const departments = departmentIds.length
    ? await context.db.selectFrom('department').select(['id', 'headId']).where('id', 'in', departmentIds).execute()
    : [];
  const heads = departmentIds.map((id) => departments.find((one) => one.id === id)?.headId ?? null);
  const inOrder = [asker.reportingManagerId, ...heads].filter((id) => id !== null && id !== agentId) as string[];
  const able = await whoMaySee(context, ticketId, inOrder);
  return inOrder.find((id) => able.includes(id)) ?? null;
}
