import { sql, type Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import type { Context } from '../../platform/context.ts';

/** The calendars that name a holiday list. */
export const calendarsOfList = (context: Context, key: string): Promise<Selectable<DB['calendar']>[]> =>
  context.db
    .selectFrom('calendar')
    .selectAll()
    .where(sql<boolean>`JSON_CONTAINS(definition, JSON_QUOTE(${key}), '$.holidayLists')`)
    .orderBy('name')
    .limit(500)
    .execute();
