import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockParameter } from './load-parameters.ts';
import { isOptionUsed } from './option-uses.ts';
import { deleteParameterInput } from './parameter-input.ts';

const refuse = (code: string, en: string, zh: string): never => {
  throw new ConflictError(code, { en, zh });
};

/**
 * Removes a list of the company's own with its values. Throws ConflictError for one that the product needs, one of which
 * a value was noted somewhere, and one that a service template asks for.
 */
export async function deleteParameter(context: Context, input: z.input<typeof deleteParameterInput>): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { parameterId, expectedVersion } = parseInput(deleteParameterInput, input);
  return inTransaction(context, async (context) => {
    const { isBuiltIn, key } = await lockParameter(context, parameterId, expectedVersion);
    if (isBuiltIn)
      refuse(
        'built_in',
        'The product needs this list. Change its values instead.',
        '该列表为系统内置，不能删除，可修改其中的值。',
      );
    const options = await context.db
      .selectFrom('parameterOption')
      .select(['id', 'key', 'parameterId'])
      .where('parameterId', '=', parameterId)
      .execute();
    for (const option of options) {
      if (await isOptionUsed(context, option)) {
        refuse(
          'in_use',
          'Values of this list were noted. Disable them instead.',
          '该列表的值已被记录使用，请改为停用。',
        );
      }
    }
    const templates = await context.db.selectFrom('serviceTemplate').select('parts').limit(1_000).execute();
    if (templates.some(({ parts }) => JSON.stringify(parts).includes(`"${parameterId}"`))) {
      refuse(
        'in_template',
        'A service template asks for this list. Take it out there first.',
        '有服务小结模板使用该列表，请先在模板中移除。',
      );
    }
    await context.db.deleteFrom('parameterOption').where('parameterId', '=', parameterId).execute();
    await context.db.deleteFrom('parameter').where('id', '=', parameterId).execute();
    await recordAudit(context, {
      action: 'parameter.deleted',
      subjectType: 'parameter',
      subjectId: parameterId,
      changes: { key, options: options.map((option) => option.key) },
    });
    return parameterId;
  });
}
