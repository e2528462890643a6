import type { Page, TotalCount } from './connection.ts';
import { builder } from './builder.ts';

export const TotalCountType = builder.objectRef<TotalCount>('TotalCount').implement({
  description: 'How many rows there are: exact up to 10,000, then a lower bound.',
  fields: (t) => ({ value: t.exposeInt('value'), isExact: t.exposeBoolean('isExact') }),
});

export type ConnectionOf<Row> = Page<Row> & { countTotal: () => Promise<TotalCount> };

builder.globalConnectionField('totalCount', (t) =>
  t.field({
    type: TotalCountType,
    resolve: (connection) => (connection as unknown as { countTotal: () => Promise<TotalCount> }).countTotal(),
  }),
);
