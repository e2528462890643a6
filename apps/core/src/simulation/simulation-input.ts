import { z } from 'zod';
import { customerKindSchema, customerLevelSchema } from '../customer/customer-input.ts';
import { idOf } from '../platform/id.ts';
import { recordKey, stableKey } from '../platform/text/stable-key.ts';
import { answersSchema, urgencySchema } from '../ticket/ticket-input.ts';

export const SIMULATION_ACTS = [
  'create',
  'accept',
  'submit',
  'approve',
  'reject',
  'roll_back',
  'reassign',
  'countersign',
  'suspend',
  'resume',
  'cancel',
  'change_urgency',
  'finish_automatic',
  'wait',
] as const;

export const simulationAct = z.enum(SIMULATION_ACTS);
export type SimulationAct = z.infer<typeof simulationAct>;

const YEAR_SECONDS = 366 * 86_400;

/** One thing that somebody does to a made-up ticket, or the time that passes. */
export const simulationStep = z.object({
  act: simulationAct,
  nodeId: stableKey.nullish().meta({ description: 'At which node of the flow; needed for what is done at a step.' }),
  agentId: idOf('Agent').nullish().meta({ description: 'Who does it; else whoever has the step.' }),
  answers: answersSchema.nullish().meta({ description: 'What is filled in, by field key.' }),
  customer: z
    .object({
      kind: customerKindSchema.nullish(),
      level: customerLevelSchema.nullish(),
      type: z.string().max(60).nullish(),
      source: z.string().max(60).nullish(),
      region: z.string().max(100).nullish(),
      answers: answersSchema.nullish(),
    })
    .nullish()
    .meta({ description: 'For CREATE: what is known of the customer, which the choice of an SLA policy may read.' }),
  urgency: urgencySchema.nullish().meta({ description: 'For CREATE and CHANGE_URGENCY.' }),
  reason: z.string().trim().max(1000).nullish(),
  toNodeId: stableKey.nullish().meta({ description: 'For ROLL_BACK: back to where.' }),
  toAgentId: idOf('Agent').nullish().meta({ description: 'For REASSIGN and COUNTERSIGN: to whom.' }),
  toGroup: recordKey.nullish().meta({ description: 'For REASSIGN: to which service group, by its key, instead.' }),
  succeeded: z.boolean().nullish().meta({ description: 'For FINISH_AUTOMATIC: how the webhook or sub-ticket ended.' }),
  seconds: z.int().min(0).max(YEAR_SECONDS).nullish().meta({
    description: 'For WAIT: how long; without it until the next thing that happens by itself.',
  }),
});
export type SimulationStep = z.output<typeof simulationStep>;

export const mostSteps = 300;
const mostCharacters = 200_000;

export const simulationRun = z.object({
  startAt: z.date().nullish().meta({ description: 'When the made-up ticket is made; now, if not said.' }),
  steps: z
    .array(simulationStep)
    .min(1)
    .max(mostSteps)
    .refine(
      (steps) => JSON.stringify(steps).length <= mostCharacters,
      'a run has at most 200,000 characters | 一次试运行最多 200,000 个字符',
    ),
});
export type SimulationRun = z.output<typeof simulationRun>;

export const simulateTicketTypeInput = simulationRun.extend({
  draftId: idOf('TicketTypeDraft').nullish().meta({ description: 'The draft that is tried.' }),
  versionId: idOf('TicketTypeVersion').nullish().meta({ description: 'Or a published version.' }),
  definition: z.record(z.string().max(60), z.unknown()).nullish().meta({ description: 'Or a whole definition.' }),
});
