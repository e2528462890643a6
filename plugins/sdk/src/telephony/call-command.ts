import { z } from 'zod';

const commandFacts = z.object({
  /** The same for every attempt at the same command: a plugin carries it out once. */
  commandId: z.string().min(1).max(120),
  callId: z.string().min(1).max(120),
});

const agent = z.object({ id: z.string(), loginName: z.string(), workNumber: z.string().nullable() });
const plain = <Kind extends string>(kind: Kind) => commandFacts.extend({ kind: z.literal(kind) });

/** What the product asks of a telephone system. What came of it is told by events, not by the answer. */
export const callCommandSchema = z.discriminatedUnion('kind', [
  /** Calls a number for an agent. `callId` is the name by which every event of this call must go. */
  commandFacts.extend({
    kind: z.literal('dial'),
    number: z.string().min(3).max(40),
    companyNumber: z.string().optional(),
    agent,
  }),
  /** Rings an agent for a call that was offered to a group; whoever was rung for it before is rung no more. */
  commandFacts.extend({ kind: z.literal('offer'), agent }),
  /** Connects the customer with the agent; the event that follows must name the same agent. */
  commandFacts.extend({ kind: z.literal('answer'), agent: agent.optional() }),
  plain('reject'),
  plain('hang_up'),
  plain('hold'),
  plain('resume'),
  plain('mute'),
  plain('unmute'),
  commandFacts.extend({ kind: z.literal('transfer'), toAgent: agent }),
  commandFacts.extend({ kind: z.literal('send_digits'), digits: z.string().regex(/^[0-9*#]{1,40}$/) }),
]);
export type CallCommand = z.infer<typeof callCommandSchema>;
export type CallCommandKind = CallCommand['kind'];
