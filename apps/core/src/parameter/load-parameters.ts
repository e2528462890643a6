import type { Selectable } from 'kysely';
import type { DB } from '@handoff/prisma';
import { inOrderOf } from '../identity/identity-loaders.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';

export type ParameterRow = Selectable<DB['parameter']>;
export interface ParameterOptionRow extends Selectable<DB['parameterOption']> {
  /** The value is in use, and so is its list. */
  isOffered: boolean;
}

/** How many values all lists together may have. */
export const mostOptions = 5_000;

/** Every value of every list, in its order; there are few, and they rarely change. */
export const loadOptions = (context: Context): Promise<ParameterOptionRow[]> =>
  keepForAMoment(context.pool, 'parameter-options', async () => {
    const options = await context.db
      .selectFrom('parameterOption')
      .innerJoin('parameter', 'parameter.id', 'parameterOption.parameterId')
      .selectAll('parameterOption')
      .select('parameter.isActive as isListActive')
      .orderBy('parameterOption.position')
      .orderBy('parameterOption.id')
      .limit(mostOptions)
      .execute();
    return options.map(({ isListActive, ...option }) => ({ ...option, isOffered: isListActive && option.isActive }));
  });

export const loadParameters = (context: Context): Promise<ParameterRow[]> =>
  keepForAMoment(context.pool, 'parameters', () =>
    context.db.selectFrom('parameter').selectAll().orderBy('isBuiltIn', 'desc').orderBy('id').limit(200).execute(),
  );

export async function optionsByIds(context: Context, ids: readonly string[]): Promise<(ParameterOptionRow | null)[]> {
  if (context.actor.kind === 'anonymous') return ids.map(() => null);
  return inOrderOf(ids, await loadOptions(context));
}

/** Locks a list until the transaction ends. Throws NotFoundError, ConflictError if it changed since `expectedVersion`. */
export async function lockParameter(context: Context, id: string, expectedVersion?: number): Promise<ParameterRow> {
  const row = await context.db.selectFrom('parameter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFoundError('parameter');
  if (expectedVersion !== undefined && row.version !== expectedVersion) throw ConflictError.stale(row.version);
  return row;
}

/** Locks a value until the transaction ends. Throws NotFoundError, ConflictError if it changed since `expectedVersion`. */
export async function lockOption(
  context: Context,
  id: string,
  expectedVersion: number,
): Promise<Selectable<DB['parameterOption']>> {
  const row = await context.db
    .selectFrom('parameterOption')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFoundError('value');
  if (row.version !== expectedVersion) throw ConflictError.stale(row.version);
  return row;
}
