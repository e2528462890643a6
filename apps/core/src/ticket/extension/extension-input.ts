import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

export const requestExtensionInput = z.object({
  ticketId: idOf('Ticket'),
  stepId: z.string().min(1).max(60).meta({ description: "The caller's step, as Ticket.steps gives it." }),
  dueAt: z.date().meta({ description: 'Until when the step is to have time.' }),
  reason: z.string().trim().min(1).max(1000),
});

export const decideExtensionInput = z.object({
  extensionRequestId: idOf('ExtensionRequest').meta({ node: 'ExtensionRequest' }),
  isApproved: z.boolean(),
  comment: z.string().trim().max(1000).nullish(),
});

export const withdrawExtensionInput = z.object({
  extensionRequestId: idOf('ExtensionRequest').meta({ node: 'ExtensionRequest' }),
});
