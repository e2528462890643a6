import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError } from '../platform/errors.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lockOption } from './load-parameters.ts';
import { isOptionUsed } from './option-uses.ts';
import { deleteParameterOptionInput } from './parameter-input.ts';

/** Removes a value that was never noted and has none below it. Returns its list's id. Throws ConflictError, NotFoundError. */
export async function deleteParameterOption(
  context: Context,
  input: z.input<typeof deleteParameterOptionInput>,
): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { optionId, expectedVersion } = parseInput(deleteParameterOptionInput, input);
  return inTransaction(context, async (context) => {
    const option = await lockOption(context, optionId, expectedVersion);
    if (await isOptionUsed(context, option)) {
      throw new ConflictError('in_use', {
        en: 'This value was noted already. Disable it instead: it then stays readable where it is.',
        zh: '该值已被记录使用，请改为停用，历史记录仍可读取。',
      });
    }
    const below = await context.db
      .selectFrom('parameterOption')
      .select('id')
      .where('parentId', '=', optionId)
      .limit(1)
      .executeTakeFirst();
    if (below) {
      throw new ConflictError('has_values_below', {
        en: 'There are values below this one. Remove them first, or disable it.',
        zh: '该值下还有下级，请先删除下级或改为停用。',
      });
    }
    await context.db.deleteFrom('parameterOption').where('id', '=', optionId).execute();
    await recordAudit(context, {
      action: 'parameter.value_deleted',
      subjectType: 'parameter',
      subjectId: option.parameterId,
      changes: { key: option.key, label: option.labels },
    });
    return option.parameterId;
  });
}
