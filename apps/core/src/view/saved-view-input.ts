import { z } from 'zod';
import { idOf } from '../platform/id.ts';

export const viewListSchema = z.enum(['tickets', 'customers']);
export type ViewListKey = z.infer<typeof viewListSchema>;

/** Who sees a view besides its owner. */
export const viewSharingSchema = z.enum(['nobody', 'groups', 'all']);
export type ViewSharing = z.infer<typeof viewSharingSchema>;

export const mostViewsOfOne = 50;
const mostFilterCharacters = 16_384;

/** What a list shows, in the words of the API: the arguments of its connection, and the columns in their order. */
export const viewQuery = z.object({
  view: z.string().max(40).nullish().meta({ description: 'The value of `view` where the list has one.' }),
  filter: z
    .record(z.string().max(60), z.unknown())
    .refine(
      (filter) => JSON.stringify(filter).length <= mostFilterCharacters,
      'This filter is too long to be kept. | 筛选过长，无法保存。',
    )
    .nullish()
    .meta({ description: "The list's filter input." }),
  orderBy: z.string().max(40).nullish().meta({ description: 'The value of `orderBy`.' }),
  isReversed: z.boolean().default(false),
  columns: z
    .array(z.string().min(1).max(60))
    .max(60)
    .nullish()
    .meta({ description: "The columns in their order, by the list page's own names; null for all of them." }),
});
export type ViewQuery = z.output<typeof viewQuery>;

const sharing = {
  sharing: viewSharingSchema,
  groupIds: z.array(idOf('ServiceGroup')).max(100).meta({ description: 'With whom, where sharing is GROUPS.' }),
};

const name = z.string().trim().min(1).max(60);

export const createSavedViewInput = z.object({
  list: viewListSchema,
  name,
  query: viewQuery,
  sharing: sharing.sharing.default('nobody'),
  groupIds: sharing.groupIds.default([]),
});
export const updateSavedViewInput = z.object({
  savedViewId: idOf('SavedView'),
  expectedVersion: z.int().min(1),
  name: name.optional(),
  query: viewQuery.optional(),
  sharing: sharing.sharing.optional(),
  groupIds: sharing.groupIds.optional(),
});
export const deleteSavedViewInput = z.object({ savedViewId: idOf('SavedView') });
