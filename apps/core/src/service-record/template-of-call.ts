import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import { optionsOf } from '../parameter/customer-lists.ts';
import type { Context } from '../platform/context.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';
import { templatePart, type TemplatePart } from './service-record-input.ts';

export type ServiceTemplateRow = Selectable<DB['serviceTemplate']>;

export const partsOf = ({ parts }: Pick<ServiceTemplateRow, 'parts'>): TemplatePart[] =>
  z.array(templatePart).parse(parts);

/** All templates with the groups and the types of customers that each is for; there are few. */
export const loadTemplates = (context: Context) =>
  keepForAMoment(context.pool, 'service-templates', async () => {
    const [templates, groups, customerTypes] = await Promise.all([
      context.db.selectFrom('serviceTemplate').selectAll().orderBy('id').limit(200).execute(),
      context.db.selectFrom('serviceTemplateGroup').selectAll().limit(1_000).execute(),
      context.db.selectFrom('serviceTemplateCustomerType').selectAll().limit(1_000).execute(),
    ]);
    return { templates, groups, customerTypes };
  });

/** Whose call it was, and which group took it. */
interface Taken {
  groupId: string | null;
  customerId: string | null;
}

/** The values of the list of types by the customers that have one; asks only where a template is for a type. */
async function typesOf(context: Context, calls: readonly Taken[]): Promise<Map<string, string>> {
  const { customerTypes } = await loadTemplates(context);
  const ids = calls.flatMap(({ customerId }) => customerId ?? []);
  if (customerTypes.length === 0 || ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('customer')
    .select(['id', 'type'])
    .where('id', 'in', ids)
    .where('type', 'is not', null)
    .execute();
  const options = new Map((await optionsOf(context, 'type')).map(({ key, id }) => [key, id]));
  return new Map(rows.map(({ id, type }) => [id, options.get(type ?? '') ?? '']));
}

/**
 * What is asked for of calls: by the template of the customer's type, else by that of the group, else by the default one,
 * each as far as it is in use.
 */
export async function templatesOfCalls(
  context: Context,
  calls: readonly Taken[],
): Promise<(ServiceTemplateRow | null)[]> {
  const [{ templates, groups, customerTypes }, types] = await Promise.all([
    loadTemplates(context),
    typesOf(context, calls),
  ]);
  const inUse = templates.filter(({ isActive }) => isActive);
  const find = (id: string | undefined) => inUse.find((template) => template.id === id);
  return calls.map(({ groupId, customerId }) => {
    const type = types.get(customerId ?? '');
    return (
      find(customerTypes.find(({ optionId }) => optionId === type)?.templateId) ??
      find(groups.find((group) => group.groupId === groupId)?.templateId) ??
      inUse.find(({ isDefault }) => isDefault) ??
      null
    );
  });
}
