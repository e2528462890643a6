import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';

/** The ids of all service groups, by key. */
export const groupIdsByKey = (context: Context): Promise<ReadonlyMap<string, string>> =>
  keepForAMoment(context.pool, 'service-groups', async () => {
    const rows = await context.db.selectFrom('serviceGroup').select(['id', 'key']).execute();
    return new Map(rows.map((row) => [row.key, row.id]));
  });
