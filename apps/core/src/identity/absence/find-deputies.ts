import type { Context } from '../../platform/context.ts';

/** How far one deputy is followed to the next. */
const longestChain = 3;

const awayNow = (context: Context, agentIds: string[]) =>
  context.db
    .selectFrom('agent')
    .innerJoin('agent as deputy', 'deputy.id', 'agent.deputyId')
    .select(['agent.id', 'deputy.id as deputyId'])
    .where('agent.id', 'in', agentIds)
    .where('agent.awayFrom', '<=', context.now())
    .where('agent.awayUntil', '>', context.now())
    .where('deputy.isActive', '=', true)
    .execute();

/** Who stands in now for those of these agents who are away: an active agent who is not away, by who is. */
export async function findDeputies(
  context: Context,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const deputies = new Map<string, string>();
  /** Whose place each agent would take. */
  let open = new Map(agentIds.map((id) => [id, [id]]));
  for (let step = 0; step <= longestChain && open.size > 0; step += 1) {
    const away = await awayNow(context, [...open.keys()]);
    const next = new Map<string, string[]>();
    for (const { id, deputyId } of away) {
      const origins = (open.get(id) ?? []).filter((origin) => origin !== deputyId);
      for (const origin of origins) deputies.set(origin, deputyId);
      next.set(deputyId, [...(next.get(deputyId) ?? []), ...origins]);
    }
    open = next;
  }
  return deputies;
}
