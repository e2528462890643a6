import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';

/** How often a deputy who is away too is followed to the next. */
const mostSteps = 3;

/** Who stands in for somebody, and until when that is. */
export interface Deputy {
  agentId: string;
  until: Date;
}

/** The deputies of all who are away now, by who is; few, and asked for with every step that is given out. */
const deputiesNow = (context: Context): Promise<ReadonlyMap<string, Deputy>> =>
  keepForAMoment(context.pool, 'deputies', async () => {
    const rows = await context.db
      .selectFrom('agent')
      .innerJoin('agent as deputy', 'deputy.id', 'agent.deputyId')
      .select(['agent.id', 'deputy.id as deputyId', 'agent.awayUntil'])
      .where('agent.awayFrom', '<=', context.now())
      .where('agent.awayUntil', '>', context.now())
      .where('deputy.isActive', '=', true)
      .execute();
    return new Map(
      rows.map(({ id, deputyId, awayUntil }) => [id, { agentId: deputyId, until: awayUntil ?? context.now() }]),
    );
  });

function standInOf(agentId: string, deputies: ReadonlyMap<string, Deputy>): string {
  let found = agentId;
  for (let step = 0; step <= mostSteps; step += 1) {
    const next = deputies.get(found)?.agentId;
    if (!next || next === agentId) break;
    found = next;
  }
  return found;
}

/** Who stands in now for those of these agents who are away, by who is. */
export async function findDeputies(
  context: Context,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, Deputy>> {
  const deputies = await deputiesNow(context);
  return new Map(
    agentIds.flatMap((id): [string, Deputy][] => {
      const standIn = standInOf(id, deputies);
      const absence = deputies.get(id);
      return absence && standIn !== id ? [[id, { agentId: standIn, until: absence.until }]] : [];
    }),
  );
}
