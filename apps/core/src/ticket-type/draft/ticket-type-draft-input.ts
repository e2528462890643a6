import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { localizedText } from '../../platform/text/localized-text.ts';
import { recordKey } from '../../platform/text/stable-key.ts';

export const mostDraftCharacters = 1_000_000;
/** So many of a draft's former states are kept: what a save is merged against. */
export const keptRevisions = 200;

export const createTicketTypeDraftInput = z.object({
  typeId: idOf('TicketType').nullish().meta({ description: 'The type to change; none makes a new type.' }),
  fromVersionId: idOf('TicketTypeVersion').nullish().meta({
    description: 'Of the type to change: begins with this version in place of the present one.',
  }),
  copyOf: idOf('TicketType').nullish().meta({ description: 'The type that a new one begins as a copy of.' }),
  key: recordKey.nullish().meta({ description: 'Of a new type; stays the same from version to version.' }),
  name: localizedText.nullish(),
  prefix: z
    .string()
    .regex(/^[A-Z]{1,6}$/, 'use 1 to 6 capital letters | 只能用 1 到 6 个大写字母')
    .nullish()
    .meta({ description: "Begins a new type's ticket numbers." }),
});

export const saveTicketTypeDraftInput = z.object({
  draftId: idOf('TicketTypeDraft'),
  baseRevision: z.int().min(1).meta({ description: 'The revision that these changes were made to.' }),
  definition: z
    .record(z.string().max(60), z.unknown())
    .refine(
      (definition) => JSON.stringify(definition).length <= mostDraftCharacters,
      'a definition has at most 1,000,000 characters | 定义最多 1,000,000 个字符',
    )
    .meta({ description: 'The whole definition; it may still have faults.' }),
});

export const discardTicketTypeDraftInput = z.object({ draftId: idOf('TicketTypeDraft') });

export const publishTicketTypeDraftInput = z.object({
  draftId: idOf('TicketTypeDraft'),
  expectedRevision: z.int().min(1).meta({ description: 'The revision that was reviewed.' }),
  acceptsFailingTests: z.boolean().default(false).meta({
    description: 'Publishes although tests of the type fail; otherwise that is refused, with their names.',
  }),
});
