import type { Context } from '../platform/context.ts';
import { remember } from '../platform/context.ts';

/** The company's name, zone and language. Throws if the database was never seeded. */
export const loadCompany = (context: Context) =>
  remember(context, 'company', () =>
    context.db.selectFrom('company').select(['id', 'name', 'shortName', 'zone', 'locale']).executeTakeFirstOrThrow(),
  );
