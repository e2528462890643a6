import { z } from 'zod';
import { flowDefinition } from '../flow/flow-definition.ts';
import { formDefinition } from '../form/form-definition.ts';
import { localizedText } from '../platform/text/localized-text.ts';
import { recordKey } from '../platform/text/stable-key.ts';
import { slaPlan } from '../sla/policy/sla-plan.ts';

/** Whom a permission is given to, by the keys of their service groups and roles. */
export const grantedTo = z.strictObject({ groups: z.array(recordKey).max(200), roles: z.array(recordKey).max(200) });

export type GrantedTo = z.infer<typeof grantedTo>;

/**
 * Everything that an admin designs for one kind of ticket. People, groups and calendars are named by stable keys, so that
 * a definition exported here can be imported elsewhere.
 */
export const ticketTypeDefinition = z.strictObject({
  key: recordKey,
  name: localizedText,
  description: localizedText.optional(),
  category: localizedText.optional(),
  icon: z.string().min(1).max(60),
  /** Begins the ticket numbers of this type. */
  prefix: z.string().regex(/^[A-Z]{1,6}$/, 'use 1 to 6 capital letters | 只能用 1 到 6 个大写字母'),
  /** Tickets of this type are orders: their product lines move stock and count as sales. */
  isSalesOrder: z.boolean(),
  /** As a sub-ticket, keeps its parent from being completed while it is open. */
  holdsParent: z.boolean().optional(),
  form: formDefinition,
  flow: flowDefinition,
  /** A list of policies; one policy on its own is read as the only one. */
  sla: slaPlan,
  permissions: z.strictObject({ create: grantedTo, link: grantedTo }),
});

export type TicketTypeDefinition = z.infer<typeof ticketTypeDefinition>;

/** The JSON Schema of a definition file, for editors and integrators. */
export function ticketTypeJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(ticketTypeDefinition, { io: 'input' });
}
