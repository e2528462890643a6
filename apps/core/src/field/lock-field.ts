import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import type { FieldRow } from './load-shared-fields.ts';

/** A field that this transaction alone may change. Throws NotFoundError, ConflictError if it changed meanwhile. */
export async function lockField(context: Context, fieldId: string, expectedVersion: number): Promise<FieldRow> {
  const field = await context.db
    .selectFrom('field')
    .selectAll()
    .where('id', '=', fieldId)
    .forUpdate()
    .executeTakeFirst();
  if (!field) throw new NotFoundError('field');
  if (field.version !== expectedVersion) throw ConflictError.stale(field.version);
  return field;
}
