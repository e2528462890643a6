import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { NotFoundError, ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { keyTaken } from './create-parameter.ts';
import { lockParameter } from './load-parameters.ts';
import { createParameterOptionInput } from './parameter-input.ts';

const deepestLevel = 4;
const mostOfAList = 1_000;

/** How deep a value stands. Throws NotFoundError for one of another list. */
async function levelOf(context: Context, parameterId: string, id: string | null): Promise<number> {
  if (!id) return 0;
  const row = await context.db
    .selectFrom('parameterOption')
    .select('parentId')
    .where('id', '=', id)
    .where('parameterId', '=', parameterId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError('value');
  return 1 + (await levelOf(context, parameterId, row.parentId));
}

/**
 * Adds a value to a list and returns its id. Throws ValidationError for a key in use, a value below another in a flat
 * list or too deep in a tree, and a list that is full; NotFoundError.
 */
export async function createParameterOption(
  context: Context,
  input: z.input<typeof createParameterOptionInput>,
): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { parameterId, parentId = null, key, label, position } = parseInput(createParameterOptionInput, input);
  const id = newId();
  return inTransaction(context, async (context) => {
    const { kind } = await lockParameter(context, parameterId);
    const level = await levelOf(context, parameterId, parentId);
    if (level >= (kind === 'tree' ? deepestLevel : 1)) {
      throw ValidationError.at('parentId', 'too_deep', {
        en: kind === 'tree' ? `A tree has at most ${deepestLevel} levels.` : 'This list has no levels.',
        zh: kind === 'tree' ? `分类最多 ${deepestLevel} 级。` : '该列表不分级。',
      });
    }
    const { count } = await context.db
      .selectFrom('parameterOption')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('parameterId', '=', parameterId)
      .executeTakeFirstOrThrow();
    if (count >= mostOfAList) {
      throw ValidationError.at('parameterId', 'full', {
        en: `A list has at most ${mostOfAList} values, those out of use included.`,
        zh: `列表最多 ${mostOfAList} 个值（含已停用）。`,
      });
    }
    const now = context.now();
    const row = { id, parameterId, parentId, key, position, labels: JSON.stringify(label) };
    await context.db
      .insertInto('parameterOption')
      .values({ ...row, updatedById: context.actor.agentId, createdAt: now, updatedAt: now })
      .execute()
      .catch(keyTaken);
    await recordAudit(context, {
      action: 'parameter.value_created',
      subjectType: 'parameter',
      subjectId: parameterId,
      changes: { optionId: id, key, label, parentId },
    });
    return id;
  });
}
