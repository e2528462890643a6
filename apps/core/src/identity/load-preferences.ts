import type { Database } from '@handoff/prisma';

/** What an agent chose, by key; what they never chose is absent. */
export async function loadPreferences(db: Database, agentId: string): Promise<Record<string, unknown>> {
  const rows = await db
    .selectFrom('agentPreference')
    .select(['key', 'setting'])
    .where('agentId', '=', agentId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.key, row.setting]));
}
