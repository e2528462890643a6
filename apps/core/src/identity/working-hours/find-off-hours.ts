import { loadCalendarById } from '../../calendar/load-calendar.ts';
import { isOpen } from '../../calendar/service-time.ts';
import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';

interface WorkingHours {
  /** The calendars of those agents who have one of their own, by agent. */
  agents: ReadonlyMap<string, string>;
  /** The calendars of those groups that have one, by key. */
  groups: ReadonlyMap<string, string>;
}

/** Whose hours are named at all: few, and asked for with every step that is given out. */
const workingHours = (context: Context): Promise<WorkingHours> =>
  keepForAMoment(context.pool, 'working-hours', async () => {
    const [agents, groups] = await Promise.all([
      context.db.selectFrom('agent').select(['id', 'calendarId']).where('calendarId', 'is not', null).execute(),
      context.db.selectFrom('serviceGroup').select(['key', 'calendarId']).where('calendarId', 'is not', null).execute(),
    ]);
    return {
      agents: new Map(agents.map(({ id, calendarId }) => [id, calendarId ?? ''])),
      groups: new Map(groups.map(({ key, calendarId }) => [key, calendarId ?? ''])),
    };
  });

/** Whether it is outside the hours of a calendar, now or at `at`. Throws NotFoundError for a calendar that is none. */
export async function isOffHours(context: Context, calendarId: string, at = context.now()): Promise<boolean> {
  return !isOpen((await loadCalendarById(context, calendarId)).definition, at);
}

/**
 * Those of a group's members who are not at work now: by their own hours, else by those of the group (its key). Where
 * neither says anything, they are always at work.
 */
export async function findOffHours(
  context: Context,
  group: string,
  agentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { agents, groups } = await workingHours(context);
  const calendarOf = (agentId: string) => agents.get(agentId) ?? groups.get(group) ?? '';
  const closed = new Set<string>();
  for (const calendarId of new Set(agentIds.map(calendarOf))) {
    if (calendarId && (await isOffHours(context, calendarId))) closed.add(calendarId);
  }
  return new Set(agentIds.filter((agentId) => closed.has(calendarOf(agentId))));
}
