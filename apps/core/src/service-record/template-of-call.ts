import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DB } from '@handoff/prisma';
import type { Context } from '../platform/context.ts';
import { keepForAMoment } from '../platform/keep-for-a-moment.ts';
import { templatePart, type TemplatePart } from './service-record-input.ts';

export type ServiceTemplateRow = Selectable<DB['serviceTemplate']>;

export const partsOf = ({ parts }: Pick<ServiceTemplateRow, 'parts'>): TemplatePart[] =>
  z.array(templatePart).parse(parts);

/** All templates with the groups that each is for; there are few. */
export const loadTemplates = (context: Context) =>
  keepForAMoment(context.pool, 'service-templates', async () => {
    const [templates, groups] = await Promise.all([
      context.db.selectFrom('serviceTemplate').selectAll().orderBy('id').limit(200).execute(),
      context.db.selectFrom('serviceTemplateGroup').selectAll().limit(1_000).execute(),
    ]);
    return { templates, groups };
  });

/** What is asked for of a call: by its group's template, else by the default one, each as far as it is in use. */
export async function templateOfCall(
  context: Context,
  call: { groupId: string | null },
): Promise<ServiceTemplateRow | null> {
  const { templates, groups } = await loadTemplates(context);
  const own = groups.find(({ groupId }) => groupId === call.groupId)?.templateId;
  const inUse = templates.filter(({ isActive }) => isActive);
  return inUse.find(({ id }) => id === own) ?? inUse.find(({ isDefault }) => isDefault) ?? null;
}
