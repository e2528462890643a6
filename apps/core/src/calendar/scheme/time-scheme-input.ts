import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { recordKey } from '../../platform/text/stable-key.ts';

const name = z.string().trim().min(1).max(100);
const definition = z
  .unknown()
  .meta({ description: 'The whole scheme: branches with a calendar each in their order, and what holds otherwise.' });

export const createTimeSchemeInput = z.object({ key: recordKey, name, definition });

const which = { timeSchemeId: idOf('TimeScheme'), expectedVersion: z.int().min(1) };

export const updateTimeSchemeInput = z.object({
  ...which,
  name: name.optional(),
  definition: definition.optional(),
});

export const deleteTimeSchemeInput = z.object(which);
