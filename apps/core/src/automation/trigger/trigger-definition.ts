import { z } from 'zod';
import { condition } from '../../condition/condition.ts';
import { actions } from '../action/action.ts';
import { SINCE_KINDS, TRIGGER_EVENTS } from './trigger-event.ts';

export const triggerEventSchema = z.enum(TRIGGER_EVENTS);
export const sinceSchema = z.enum(SINCE_KINDS);

export const shortestSeconds = 60;
export const longestSeconds = 365 * 24 * 3600;

/** The event with what narrows it: an empty list narrows nothing. */
export const triggerOn = z.strictObject({
  kind: triggerEventSchema,
  /** Of `field_changed`: keys of the form, `urgency` or `handler`. */
  fields: z.array(z.string().min(1).max(80)).max(50).default([]),
  /** Of `status_changed`: the new statuses. Of `step_changed`: the nodes that were entered. */
  to: z.array(z.string().min(1).max(60)).max(50).default([]),
  since: sinceSchema.default('updated'),
  /** Of `time_since`: how long. */
  seconds: z
    .int()
    .min(shortestSeconds)
    .max(longestSeconds)
    .default(24 * 3600),
  clock: z.enum(['service', 'elapsed']).default('elapsed'),
});
export type TriggerOn = z.output<typeof triggerOn>;

export const triggerDefinition = z.strictObject({
  on: triggerOn,
  when: condition.optional(),
  actions,
});
export type TriggerDefinition = z.output<typeof triggerDefinition>;

/** How many triggers may set each other off in a row before the next one stops. */
export const deepestChain = 5;
/** How many runs one happening may lead to in all, since each of a ring may set off several. */
export const mostInChain = 20;
export const mostTriggers = 200;
