import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { inOrderOf } from '../identity/identity-loaders.ts';
import { reachOf } from '../identity/reach.ts';
import type { Context } from '../platform/context.ts';

export type CallRow = Selectable<DB['call']>;

/**
 * The access rule of calls, as a condition on table `call`: those in which oneself or somebody in scope had a part, and
 * those that nobody has answered yet in one's own groups.
 */
export async function callsInReach(context: Context): Promise<RawBuilder<boolean>> {
  const reach = await reachOf(context, 'call.read');
  if (reach === 'all') return sql`TRUE`;
  const { agentId, groupIds } = context.actor;
  if (!agentId) return sql`FALSE`;
  const people = sql.join([...new Set([agentId, ...reach.agentIds])]);
  const waiting = groupIds.length
    ? sql`OR (\`call\`.group_id IN (${sql.join([...groupIds])}) AND \`call\`.answered_at IS NULL)`
    : sql``;
  return sql`(\`call\`.agent_id IN (${people}) ${waiting} OR EXISTS (SELECT 1 FROM call_leg
    WHERE call_leg.call_id = \`call\`.id AND call_leg.agent_id IN (${people})))`;
}

export async function loadVisibleCalls(context: Context, ids: readonly string[]): Promise<(CallRow | null)[]> {
  const inReach = await callsInReach(context);
  const rows = await context.db.selectFrom('call').selectAll().where('id', 'in', ids).where(inReach).execute();
  return inOrderOf(ids, rows);
}
