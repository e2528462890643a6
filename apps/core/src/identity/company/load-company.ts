import type { Context } from '../../platform/context.ts';
import { keepForAMoment } from '../../platform/keep-for-a-moment.ts';
import { localeSchema } from '../../platform/text/localized-text.ts';

/** What the company is called, its zone and language. Throws if there is none yet. */
export const loadCompany = (context: Context) =>
  keepForAMoment(context.pool, 'company', async () => {
    const company = await context.db
      .selectFrom('company')
      .select(['id', 'name', 'shortName', 'zone', 'locale', 'version'])
      .executeTakeFirstOrThrow();
    return { ...company, locale: localeSchema.parse(company.locale) };
  });
