import { z } from 'zod';
import { recordKey, stableKey } from '../platform/text/stable-key.ts';

const relatedTo = z.enum(['creator', 'handler']);

/**
 * Who gets a step. `handler` is whoever acted last. A group with `claim` is offered to all its members and the first
 * one to accept has it; `round_robin` and `least_busy` pick one member.
 */
export const assigneeRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), account: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('role'), role: recordKey }),
  z.strictObject({
    kind: z.literal('group'),
    group: recordKey,
    strategy: z.enum(['claim', 'round_robin', 'least_busy']),
  }),
  z.strictObject({ kind: z.literal('department_head'), of: relatedTo }),
  z.strictObject({ kind: z.literal('reporting_manager'), of: relatedTo }),
  z.strictObject({ kind: z.literal('creator') }),
  z.strictObject({ kind: z.literal('handler_of'), node: stableKey }),
  z.strictObject({ kind: z.literal('form_field'), field: stableKey }),
]);

export type AssigneeRule = z.infer<typeof assigneeRule>;
