import { z } from 'zod';
import { idOf } from '../platform/id.ts';

/** The most characters (code points) of a name. */
export const longestName = 50;
/** The most tags that there may be, disabled ones included. */
export const mostTags = 1_000;
/** How many levels the tree may have. */
export const deepestLevel = 5;
/** The most tags that one record may carry. */
export const mostOnRecord = 50;

const name = z
  .string()
  .trim()
  .min(1)
  .refine(
    (text) => [...text].length <= longestName,
    `A name has ${longestName} characters at most. | 名称最多 ${longestName} 个字符。`,
  );
const parentId = idOf('Tag').nullish();
const which = { tagId: idOf('Tag'), expectedVersion: z.int().min(1) };
const confirmedRecords = z
  .int()
  .min(0)
  .meta({ description: 'How many tickets and customers carry it together: what will change is known.' });

export const createTagInput = z.object({
  name,
  parentId: parentId.meta({ node: 'Tag', description: 'The tag below which it stands; the top if there is none.' }),
});
export const updateTagInput = z.object({
  ...which,
  name: name.optional(),
  parentId: parentId.meta({ node: 'Tag', description: 'Where it moves; null for the top.' }),
  isActive: z
    .boolean()
    .optional()
    .meta({ description: 'Whether records are offered it. Those that carry it keep it.' }),
});
export const mergeTagInput = z.object({ ...which, intoId: idOf('Tag'), confirmedRecords });
export const deleteTagInput = z.object({ ...which, confirmedRecords });

const tagIds = z.array(idOf('Tag')).max(mostOnRecord).default([]);
export const changeTicketTagsInput = z.object({ ticketId: idOf('Ticket'), add: tagIds, remove: tagIds });
export const changeCustomerTagsInput = z.object({ customerId: idOf('Customer'), add: tagIds, remove: tagIds });

/** A name as siblings are compared. */
export const nameKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
