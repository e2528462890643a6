import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { groupIds, sharingSchema } from '../../sharing/sharing.ts';
import { actions } from '../action/action.ts';

export const mostOfOne = 100;
export const mostShared = 500;

/** What a macro does, and the type of the tickets that it is for; all if there is none. */
export const macroDefinition = z.strictObject({
  typeId: z.string().max(100).nullable().default(null),
  actions,
});
export type MacroDefinition = z.output<typeof macroDefinition>;

const name = z.string().trim().min(1).max(100);
const folder = z.string().trim().max(100);
const definition = z.unknown().meta({
  description:
    'What is done (`actions`), and the type of the tickets that it is for (`typeId`). Ids are those of the API.',
});
const which = { macroId: idOf('Macro'), expectedVersion: z.int().min(1) };

export const createMacroInput = z.object({
  name,
  folder: folder.default(''),
  definition,
  sharing: sharingSchema.default('nobody'),
  groupIds: groupIds.default([]),
});
export const updateMacroInput = z.object({
  ...which,
  name: name.optional(),
  folder: folder.optional(),
  definition: definition.optional(),
  isActive: z.boolean().optional(),
  sharing: sharingSchema.optional(),
  groupIds: groupIds.optional(),
});
export const deleteMacroInput = z.object(which);
export const runMacroInput = z.object({ macroId: idOf('Macro'), ticketId: idOf('Ticket') });
