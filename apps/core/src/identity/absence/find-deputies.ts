import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';

/** How often a deputy who is away too is followed to the next. */
const mostSteps = 3;

/** The deputies of all who are away now, by who is; few, and asked for with every step that is given out. */
const deputiesNow = (context: Context): Promise<ReadonlyMap<string, string>> =>
  keepForAMoment(context.pool, 'deputies', async () => {
    const rows = await context.db
      .selectFrom('agent')
      .innerJoin('agent as deputy', 'deputy.id', 'agent.deputyId')
      .select(['agent.id', 'deputy.id as deputyId'])
      .where('agent.awayFrom', '<=', context.now())
      .where('agent.awayUntil', '>', context.now())
      .where('deputy.isActive', '=', true)
      .execute();
    return new Map(rows.map(({ id, deputyId }) => [id, deputyId]));
  });

function standInOf(agentId: string, deputies: ReadonlyMap<string, string>): string {
  let found = agentId;
  for (let step = 0; step <= mostSteps; step += 1) {
    const next = deputies.get(found);
    if (!next || next === agentId) break;
    found = next;
  }
  return found;
}

/** Who stands in now for those of these agents who are away, by who is. */
export async function findDeputies(
  context: Context,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const deputies = await deputiesNow(context);
  const standIns = agentIds.map((id): [string, string] => [id, standInOf(id, deputies)]);
  return new Map(standIns.filter(([id, standIn]) => id !== standIn));
}
