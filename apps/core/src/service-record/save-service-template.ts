import type { z } from 'zod';
import { requirePermission } from '../identity/actor.ts';
import { keyTaken } from '../parameter/create-parameter.ts';
import { optionsOf } from '../parameter/customer-lists.ts';
import { loadParameters } from '../parameter/load-parameters.ts';
import { recordAudit } from '../platform/audit.ts';
import type { Context } from '../platform/context.ts';
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts';
import { newId } from '../platform/id.ts';
import { parseInput } from '../platform/parse-input.ts';
import { inTransaction } from '../platform/transaction.ts';
import { createServiceTemplateInput, updateServiceTemplateInput, type TemplatePart } from './service-record-input.ts';

async function requireParts(context: Context, parts: readonly TemplatePart[]): Promise<void> {
  const known = new Set((await loadParameters(context)).map(({ id }) => id));
  const isTwice = new Set(parts.map(({ parameterId }) => parameterId)).size < parts.length;
  if (!isTwice && parts.every(({ parameterId }) => known.has(parameterId))) return;
  throw ValidationError.at('parts', isTwice ? 'twice' : 'no_such_list', {
    en: isTwice ? 'A list stands in it twice. Remove one.' : 'One of these lists does not exist any more.',
    zh: isTwice ? '有列表重复，请删除。' : '其中有列表已不存在。',
  });
}

async function writeGroups(context: Context, templateId: string, groupIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(groupIds)];
  await context.db.deleteFrom('serviceTemplateGroup').where('templateId', '=', templateId).execute();
  if (wanted.length === 0) return;
  const found = await context.db.selectFrom('serviceGroup').select('id').where('id', 'in', wanted).execute();
  if (found.length !== wanted.length) throw new NotFoundError('service group');
  await context.db.deleteFrom('serviceTemplateGroup').where('groupId', 'in', wanted).execute();
  await context.db
    .insertInto('serviceTemplateGroup')
    .values(wanted.map((groupId) => ({ groupId, templateId })))
    .execute();
}

async function writeCustomerTypes(context: Context, templateId: string, typeIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(typeIds)];
  await context.db.deleteFrom('serviceTemplateCustomerType').where('templateId', '=', templateId).execute();
  if (wanted.length === 0) return;
  const known = await optionsOf(context, 'type');
  if (wanted.some((id) => known.every((option) => option.id !== id))) throw new NotFoundError('customer type');
  await context.db.deleteFrom('serviceTemplateCustomerType').where('optionId', 'in', wanted).execute();
  await context.db
    .insertInto('serviceTemplateCustomerType')
    .values(wanted.map((optionId) => ({ optionId, templateId })))
    .execute();
}

/** There is one default template at most. */
async function leaveDefault(context: Context, templateId: string): Promise<void> {
  await context.db
    .updateTable('serviceTemplate')
    .set({ isDefault: false })
    .where('isDefault', '=', true)
    .where('id', '<>', templateId)
    .execute();
}

/** Makes a service-summary template and returns its id. Throws ValidationError, NotFoundError for a group. */
export async function createServiceTemplate(
  context: Context,
  input: z.input<typeof createServiceTemplateInput>,
): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { key, label, parts, groupIds, customerTypeIds, isDefault } = parseInput(createServiceTemplateInput, input);
  await requireParts(context, parts);
  const id = newId();
  return inTransaction(context, async (context) => {
    const now = context.now();
    const row = { id, key, labels: JSON.stringify(label), parts: JSON.stringify(parts), isDefault };
    await context.db
      .insertInto('serviceTemplate')
      .values({ ...row, createdAt: now, updatedAt: now })
      .execute()
      .catch(keyTaken);
    if (isDefault) await leaveDefault(context, id);
    await writeGroups(context, id, groupIds);
    await writeCustomerTypes(context, id, customerTypeIds);
    await recordAudit(context, {
      action: 'service_template.created',
      subjectType: 'service_template',
      subjectId: id,
      changes: { key, label, parts, groupIds, customerTypeIds, isDefault },
    });
    return id;
  });
}

/**
 * Changes what a template asks for and of which groups' contacts; what was noted by it stays. Throws ValidationError,
 * NotFoundError, ConflictError if it changed since `expectedVersion`.
 */
export async function updateServiceTemplate(
  context: Context,
  input: z.input<typeof updateServiceTemplateInput>,
): Promise<string> {
  requirePermission(context.actor, 'parameter.manage');
  const { templateId, expectedVersion, label, parts, groupIds, customerTypeIds, ...facts } = parseInput(
    updateServiceTemplateInput,
    input,
  );
  if (parts) await requireParts(context, parts);
  return inTransaction(context, async (context) => {
    const before = await context.db
      .selectFrom('serviceTemplate')
      .select('version')
      .where('id', '=', templateId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NotFoundError('service template');
    if (before.version !== expectedVersion) throw ConflictError.stale(before.version);
    await context.db
      .updateTable('serviceTemplate')
      .set({
        ...facts,
        ...(label && { labels: JSON.stringify(label) }),
        ...(parts && { parts: JSON.stringify(parts) }),
        version: before.version + 1,
        updatedAt: context.now(),
      })
      .where('id', '=', templateId)
      .execute();
    if (facts.isDefault) await leaveDefault(context, templateId);
    if (groupIds) await writeGroups(context, templateId, groupIds);
    if (customerTypeIds) await writeCustomerTypes(context, templateId, customerTypeIds);
    await recordAudit(context, {
      action: 'service_template.updated',
      subjectType: 'service_template',
      subjectId: templateId,
      changes: {
        ...facts,
        ...(label && { label }),
        ...(parts && { parts }),
        ...(groupIds && { groupIds }),
        ...(customerTypeIds && { customerTypeIds }),
      },
    });
    return templateId;
  });
}
