import { builder } from '../../graphql/builder.ts';
import { readReadiness, type Readiness } from '../../platform/readiness.ts';
import { loadCompany } from './load-company.ts';

type CompanyRow = Awaited<ReturnType<typeof loadCompany>>;

const Company = builder.objectRef<CompanyRow>('Company').implement({
  description: 'The company that works with this installation.',
  fields: (t) => ({
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName'),
    zone: t.exposeString('zone', { description: 'The IANA zone in which its days begin and end.' }),
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
