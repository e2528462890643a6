import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

const text = z.string().trim().min(1).max(300);
const place = {
  ticketId: idOf('Ticket'),
  checklistItemId: idOf('ChecklistItem').meta({ node: 'ChecklistItem' }),
};

export const addChecklistItemInput = z.object({ ticketId: idOf('Ticket'), text });
export const tickChecklistItemInput = z.object({ ...place, isDone: z.boolean() });
export const assignChecklistItemInput = z.object({
  ...place,
  assigneeId: idOf('Agent').nullish().meta({ node: 'Agent', description: 'Who is to do it; null for anybody.' }),
});
export const moveChecklistItemInput = z.object({
  ...place,
  index: z.int().min(0).max(1000).meta({ description: 'Its new place in the list, from 0.' }),
});
export const removeChecklistItemInput = z.object(place);
