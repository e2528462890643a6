import type { Context } from '../platform/context.ts';

/** Whom a telephone system means by an agent's id, login name or work number; null if it is nobody who works here. */
export async function findAgent(context: Context, reference: string): Promise<string | null> {
  const row = await context.db
    .selectFrom('agent')
    .select('id')
    .where('isActive', '=', true)
    .where((eb) => eb.or([eb('id', '=', reference), eb('loginName', '=', reference), eb('workNumber', '=', reference)]))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How an agent is named to a telephone system. */
export const agentForPlugin = (context: Context, agentId: string) =>
  context.db
    .selectFrom('agent')
    .select(['id', 'loginName', 'workNumber'])
    .where('id', '=', agentId)
    .executeTakeFirstOrThrow();
