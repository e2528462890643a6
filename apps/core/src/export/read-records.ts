import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { toGlobalId } from '../graphql/global-id.ts';
import type { Context } from '../platform/context.ts';
import type { ViewListKey } from '../view/saved-view-input.ts';
import { readViewQuery, viewListOf } from '../view/view-list.ts';
import type { Answered, Cell, ExportColumn } from './export-columns.ts';

const partSize = 1_000;
const pageSize = 100;
const typeNames = { tickets: 'Ticket', customers: 'Customer' } as const;

/** Some rows of an export, and where the next ones begin; null after the last. */
export interface ReadPart {
  rows: Cell[][];
  next: string | null;
}

const documentFor = (list: ViewListKey, columns: readonly ExportColumn[]): DocumentNode =>
  parse(`query Export($ids: [ID!]!) { nodes(ids: $ids) { ... on ${typeNames[list]} {
    id ${[...new Set(columns.map(({ select }) => select))].join(' ')}
  } } }`);

/**
 * The next rows of an export, in the order in which the records were made. They are asked of the API itself, as whoever
 * exports: what they may not see is not there, and what is covered for them is covered.
 */
export async function readPart(
  context: Context,
  schema: GraphQLSchema,
  list: ViewListKey,
  query: Parameters<typeof readViewQuery>[2],
  columns: readonly ExportColumn[],
  after: string | null,
): Promise<ReadPart> {
  const opened = readViewQuery(schema, list, query);
  const document = documentFor(list, columns);
  const ids = await viewListOf(list).ids({ ...context, memo: new Map() }, opened, after, partSize);
  const rows: Cell[][] = [];
  for (let first = 0; first < ids.length; first += pageSize) {
    const page = ids.slice(first, first + pageSize).map((id) => toGlobalId(typeNames[list], id));
    const contextValue: Context = { ...context, memo: new Map() };
    const result = await execute({ schema, document, contextValue, variableValues: { ids: page } });
    if (result.errors?.[0]) throw result.errors[0];
    const records = (result.data as { nodes: (Answered | null)[] }).nodes.filter((record) => record !== null);
    rows.push(...records.map((record) => columns.map(({ cell }) => cell(record))));
  }
  return { rows, next: ids.length < partSize ? null : (ids.at(-1) ?? null) };
}
