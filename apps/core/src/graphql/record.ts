import type { Context } from '../platform/context.ts';
import { builder } from './builder.ts';
import { registerRecordType } from './global-id.ts';

/** Reads records that the caller may see, in the order of their ids; null for what they may not see. */
export type LoadVisible<Row> = (context: Context, ids: readonly string[]) => Promise<(Row | null)[]>;

/**
 * Declares a record type. Its one loader holds the access rule, so that every path to a record, be it a relation,
 * a list or node(id), passes through it.
 */
export function recordType<Row extends { id: string }>(name: string, loadVisible: LoadVisible<Row>) {
  registerRecordType(name);
  return builder.loadableNodeRef<Row | null, string, string, string, Row>(name, {
    id: { resolve: (row) => row.id },
    load: (ids, context) => loadVisible(context, ids),
  });
}
