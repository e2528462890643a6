import { z } from 'zod';

const eventFacts = z.object({
  /** The same for every report of the same event: a repeat has no effect. */
  eventId: z.string().min(1).max(191),
  /** The call's name at the vendor, or the one given with the command `dial`. */
  callId: z.string().min(1).max(120),
  at: z.date(),
});

const agentReference = z.string().min(1).max(100).describe("An agent's id, login name or work number.");
const number = z.string().min(3).max(40);

export const callEndReasonSchema = z.enum([
  'customer_hung_up',
  'agent_hung_up',
  'rejected',
  'abandoned',
  'no_answer',
  'busy',
  'failed',
]);
export type CallEndReason = z.infer<typeof callEndReasonSchema>;

/** A call rings: at an agent, or for a group, whose agent the product then chooses by the command `offer`. */
export const callOfferedSchema = eventFacts.extend({
  kind: z.literal('call.offered'),
  direction: z.enum(['inbound', 'outbound']),
  customerNumber: number,
  companyNumber: number.optional(),
  agent: agentReference.optional(),
  group: z.string().min(1).max(60).optional().describe('The key of a service group.'),
  keysPressed: z.string().max(40).optional(),
  waitedSeconds: z.int().min(0).optional(),
});

/** Everything that may happen to a call, in no vendor's words. Events may arrive twice and in any order. */
export const callEventSchema = z.discriminatedUnion('kind', [
  callOfferedSchema,
  eventFacts.extend({
    kind: z.literal('call.answered'),
    agent: agentReference.optional(),
    isRecorded: z.boolean().optional().describe('Whether the conversation is recorded from now on.'),
  }),
  eventFacts.extend({ kind: z.literal('call.held') }),
  eventFacts.extend({ kind: z.literal('call.resumed') }),
  eventFacts.extend({ kind: z.literal('call.muted') }),
  eventFacts.extend({ kind: z.literal('call.unmuted') }),
  eventFacts.extend({ kind: z.literal('call.transferred'), toAgent: agentReference }),
  eventFacts.extend({ kind: z.literal('call.ended'), reason: callEndReasonSchema }),
]);
export type CallEvent = z.infer<typeof callEventSchema>;
