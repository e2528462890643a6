import type { Context } from '../platform/context.ts';
import type { ParameterOptionRow } from './load-parameters.ts';

/** The list of customers' sources, whose keys customers hold. */
export const customerSourceKey = 'customer-source';

/** Whether a value was noted anywhere, so that it can be taken out of use but not deleted. */
export async function isOptionUsed(
  context: Context,
  { id, key, parameterId }: Pick<ParameterOptionRow, 'id' | 'key' | 'parameterId'>,
): Promise<boolean> {
  const noted = await context.db
    .selectFrom('serviceRecordValue')
    .select('callId')
    .where('optionId', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (noted) return true;
  const customer = await context.db
    .selectFrom('customer')
    .innerJoin('parameter', (join) => join.on('parameter.key', '=', customerSourceKey))
    .select('customer.id')
    .where('parameter.id', '=', parameterId)
    .where('customer.source', '=', key)
    .limit(1)
    .executeTakeFirst();
  return customer !== undefined;
}
