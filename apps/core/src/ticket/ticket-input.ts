import { z } from 'zod';
import { idOf } from '../platform/id.ts';
import { isMasked } from '../platform/text/mask.ts';
import { URGENCIES } from '../platform/urgency.ts';

export const urgencySchema = z.enum(URGENCIES);

/** Where a ticket came from: a person at the screen, a call, an integrator, another ticket's flow, a form outside. */
export const ticketSourceSchema = z.enum(['agent', 'call', 'api', 'flow', 'external_form']);
export type TicketSource = z.infer<typeof ticketSourceSchema>;

/** Answers to a designed form, by field key; the form of the ticket's version says what they may be. */
export const answersSchema = z.record(z.string().max(60), z.unknown());

const contactPhoneSchema = z
  .string()
  .trim()
  .max(40)
  .refine((text) => !isMasked(text), 'This number is covered. Type it in full. | 该号码已脱敏，请填写完整号码。');

export const createTicketInput = z.object({
  typeId: idOf('TicketType').meta({ node: 'TicketType', description: 'Its published version is used and kept.' }),
  title: z.string().trim().min(1).max(200),
  urgency: urgencySchema.default('normal'),
  customerId: idOf('Customer').nullish(),
  contactName: z.string().trim().max(100).nullish(),
  contactPhone: contactPhoneSchema.nullish(),
  callId: idOf('Call').nullish(),
  parentId: idOf('Ticket').nullish().meta({
    node: 'Ticket',
    description: 'Makes it a sub-ticket of this one, whose customer and contact it takes over unless others are given.',
  }),
  answers: answersSchema.default({}),
  draftId: idOf('Ticket').nullish().meta({ node: 'Ticket', description: 'The draft that becomes this ticket.' }),
});
export type CreateTicketInput = z.input<typeof createTicketInput>;

export const saveTicketDraftInput = createTicketInput.extend({ title: z.string().trim().max(200).default('') });
export type SaveTicketDraftInput = z.input<typeof saveTicketDraftInput>;

const atStep = {
  ticketId: idOf('Ticket'),
  stepId: z.string().min(1).max(60).meta({ description: "The step's token, as Ticket.steps gives it." }),
};
/** What the answers were when they were read, as `Ticket.answers` gave them. */
const readAnswers = answersSchema.nullish().meta({
  description:
    'What the answers were when they were read. With it, what others changed since stays unless it is changed here too; fields that both changed are a conflict.',
});
const reason = z.string().trim().min(1).max(1000);

export const acceptStepInput = z.object(atStep);
export const submitStepInput = z.object({
  ...atStep,
  answers: answersSchema,
  readAnswers,
  comment: z.string().trim().max(4000).nullish(),
});
export const decideStepInput = z.object({
  ...atStep,
  isApproved: z.boolean(),
  answers: answersSchema.nullish(),
  readAnswers,
  comment: z.string().trim().max(4000).nullish(),
});
export const rollBackStepInput = z.object({ ...atStep, reason, toNodeId: z.string().max(60).nullish() });
export const reassignStepInput = z.object({
  ...atStep,
  toAgentId: idOf('Agent').nullish().meta({ description: 'To whom; either this or `toGroupId`.' }),
  toGroupId: idOf('ServiceGroup')
    .nullish()
    .meta({ node: 'ServiceGroup', description: 'To a group, whose members may then accept the step.' }),
  reason: reason.nullish(),
});
export const countersignStepInput = z.object({ ...atStep, toAgentId: idOf('Agent'), reason: reason.nullish() });
export const suspendStepInput = z.object({ ...atStep, reason });
export const resumeStepInput = z.object(atStep);
export const cancelTicketInput = z.object({ ticketId: idOf('Ticket'), reason });
export const changeUrgencyInput = z.object({
  ticketId: idOf('Ticket'),
  urgency: urgencySchema,
  reason: reason.nullish(),
});
export const commentTicketInput = z.object({
  ticketId: idOf('Ticket'),
  body: z.string().trim().min(1).max(10_000),
  fileIds: z.array(idOf('File')).max(20).default([]),
  mentionIds: z.array(idOf('Agent')).max(20).default([]),
});
