import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { answersSchema } from '../ticket/ticket-input.ts';
import { definitionParts } from './external-form-definition.ts';

const responsibleId = idOf('Agent').meta({
  node: 'Agent',
  description: 'In whose name tickets are made, and who is their creator to the flow.',
});

export const createExternalFormInput = z.object({
  typeId: idOf('TicketType').meta({ node: 'TicketType' }),
  title: definitionParts.title,
  responsibleId: responsibleId.optional(),
});

export const updateExternalFormInput = z
  .object({ ...definitionParts, responsibleId, isActive: z.boolean() })
  .partial()
  .extend({ formId: idOf('ExternalForm'), expectedVersion: z.int().min(1) });

export const createExternalFormLinkInput = z.object({
  formId: idOf('ExternalForm'),
  name: z.string().trim().min(1).max(100).meta({ description: 'Where it is used, for colleagues.' }),
  customerId: idOf('Customer').nullish().meta({
    node: 'Customer',
    description: 'Who it is for: the ticket is theirs, and they are not asked how to reach them.',
  }),
  expiresAt: z.coerce.date().nullish(),
  maxUses: z.int().min(1).max(1_000_000).nullish().meta({ description: '1 for a single use; no limit unless given.' }),
});

export const revokeExternalFormLinkInput = z.object({ linkId: idOf('ExternalFormLink') });

/** The token of a link, as its address has it. */
const linkToken = z.string().max(100);
/** The browser's own name of a submission, a ULID, so that a repeat makes no second ticket. */
export const submissionKey = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, { error: 'not a ULID' });

export const submitExternalFormInput = z.object({
  token: linkToken,
  submissionKey: submissionKey.meta({ description: 'A ULID of your own; a repeat with it answers the first ticket.' }),
  answers: answersSchema,
  contactName: z.string().trim().max(100).nullish(),
  contactPhone: z.string().trim().max(40).nullish(),
  captcha: z.string().max(2000).nullish().meta({ description: 'The solved challenge, where the form asks for one.' }),
});
