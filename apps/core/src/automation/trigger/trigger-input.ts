import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

const name = z.string().trim().min(1).max(100);
const definition = z.unknown().meta({
  description:
    'On what (`on`), under which condition (`when`), and what is done (`actions`). Ids in it are those of the API.',
});
const typeId = idOf('TicketType').nullish().meta({
  node: 'TicketType',
  description: 'For tickets of this type alone; for all if there is none.',
});
const which = { triggerId: idOf('Trigger'), expectedVersion: z.int().min(1) };

export const createTriggerInput = z.object({ name, typeId, definition, isActive: z.boolean().default(true) });
export const updateTriggerInput = z.object({
  ...which,
  name: name.optional(),
  typeId,
  definition: definition.optional(),
  isActive: z.boolean().optional(),
});
export const moveTriggerInput = z.object({
  triggerId: idOf('Trigger'),
  beforeId: idOf('Trigger')
    .nullish()
    .meta({ node: 'Trigger', description: 'The one that comes after it; the end of the order if there is none.' }),
});
export const deleteTriggerInput = z.object(which);
