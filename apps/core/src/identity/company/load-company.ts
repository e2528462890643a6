import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';

/** The company's name, zone and language. Throws if the database was never seeded. */
export const loadCompany = (context: Context) =>
  keepForAMoment(context.pool, 'company', () =>
    context.db.selectFrom('company').select(['id', 'name', 'shortName', 'zone', 'locale']).executeTakeFirstOrThrow(),
  );
