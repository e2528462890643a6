import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { enumOf } from '../../graphql/zod-input.ts';
import { readReadiness, type Readiness } from '../../platform/readiness.ts';
import { localeSchema } from '../../platform/text/localized-text.ts';
import { updateCompanyInput } from './company-input.ts';
import { loadCompany } from './load-company.ts';
import { updateCompany } from './update-company.ts';

type CompanyRow = Awaited<ReturnType<typeof loadCompany>>;

const Locale = enumOf('Locale', localeSchema, 'The languages of the product.');

const Company = builder.objectRef<CompanyRow>('Company').implement({
  description: 'The company that works with this installation.',
  fields: (t) => ({
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName'),
    zone: t.exposeString('zone', { description: 'The IANA zone in which its days begin and end.' }),
    locale: t.field({
      type: Locale,
      description: 'The language of what is written to nobody in particular.',
      resolve: (company) => company.locale,
    }),
    version: t.exposeInt('version'),
  }),
});

const SystemStatus = builder.objectRef<Readiness>('SystemStatus').implement({
  description: 'Whether every part of the product is at work.',
  fields: (t) => ({
    isReady: t.exposeBoolean('isReady'),
    workflowEngineAwaySince: t.expose('workflowEngineAwaySince', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryFields((t) => ({
  company: t.field({ type: Company, resolve: (_root, _args, context) => loadCompany(context) }),
  systemStatus: t.field({
    type: SystemStatus,
    resolve: (_root, _args, context) => readReadiness(context.pool, context.now()),
  }),
}));

defineMutation({
  name: 'updateCompany',
  description: 'Changes what the company is called, its zone or its language. Needs department.manage.',
  input: updateCompanyInput,
  run: async (context, input) => ({ companyId: await updateCompany(context, input) }),
  fields: (t) => ({
    company: t.field({ type: Company, resolve: (_result, _args, context) => loadCompany(context) }),
  }),
});
