import type { Context } from '../platform/context.ts';

/** Whether the caller has or had a part in a call. */
export async function hadPart({ actor, db }: Context, call: { id: string; agentId: string | null }): Promise<boolean> {
  if (!actor.agentId) return false;
  if (call.agentId === actor.agentId) return true;
  const leg = await db
    .selectFrom('callLeg')
    .select('id')
    .where('callId', '=', call.id)
    .where('agentId', '=', actor.agentId)
    .limit(1)
    .executeTakeFirst();
  return leg !== undefined;
}
