import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';
import type { Context } from '../platform/context.ts';
import { recordNamedBy } from './global-id.ts';

interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: unknown; Output: unknown };
    ID: { Input: string; Output: string | number | bigint };
  };
}

/** The schema's types as Pothos fills them in. */
export type ApiTypes = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

/** The one builder that every domain adds its types to. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, RelayPlugin, DataloaderPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: { clientMutationId: 'omit', cursorType: 'String', decodeGlobalID: recordNamedBy },
  errors: { defaultTypes: [] },
  // Limits are in check-operation.ts, which refuses an operation before it runs.
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
  },
});

builder.queryType({ description: 'Everything that can be read. What one may not see does not exist: it is null.' });
builder.mutationType({
  description: 'Everything that can be done. Each answers a union of its success and its errors.',
});
builder.subscriptionType({ description: 'What happens, as it happens. Each item has an eventId to resume from.' });

const parseDate = (value: unknown): Date => {
  const date = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()))
    throw new GraphQLError('A DateTime is ISO 8601 with a zone, such as 2026-03-18T06:30:00Z.');
  return date;
};

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 in UTC: 2026-03-18T06:30:00.000Z.',
  serialize: (value) => new Date(value).toISOString(),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('JSON', {
  description: 'A JSON value: answers of a designed form, or a definition.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
