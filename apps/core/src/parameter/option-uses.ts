import type { Context } from '../platform/context.ts';
import { customerLists, listedFacts } from '../customer/listed-facts.ts';
import type { ParameterOptionRow } from './load-parameters.ts';

/** Whether a value was noted anywhere or a template is for it, so that it can be taken out of use but not deleted. */
export async function isOptionUsed(
  context: Context,
  { id, key, parameterId }: Pick<ParameterOptionRow, 'id' | 'key' | 'parameterId'>,
): Promise<boolean> {
  for (const table of ['serviceRecordValue', 'serviceTemplateCustomerType'] as const) {
    const noted = await context.db.selectFrom(table).select('optionId').where('optionId', '=', id).limit(1).execute();
    if (noted.length > 0) return true;
  }
  const list = await context.db.selectFrom('parameter').select('key').where('id', '=', parameterId).executeTakeFirst();
  const fact = listedFacts.find((fact) => customerLists[fact] === list?.key);
  if (!fact) return false;
  const customer = await context.db.selectFrom('customer').select('id').where(fact, '=', key).limit(1).execute();
  return customer.length > 0;
}
