import { z } from 'zod';
import { condition } from '../../condition/condition.ts';
import { FLOW_STATUSES } from '../../flow/flow-state.ts';
import { localizedText } from '../../platform/text/localized-text.ts';
import { recordKey, stableKey } from '../../platform/text/stable-key.ts';
import { EXTENSION_STARTS } from './extension-start.ts';
import { URGENCIES } from '../../platform/urgency.ts';

export const CLOCK_KINDS = ['first_response', 'step', 'completion'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

const seconds = z.int().max(366 * 86_400);
const clockKind = z.enum(CLOCK_KINDS);

/** Who is told: the step's handler (or its candidates), the leader of its group, the handler's reporting manager. */
export const slaAudience = z.enum(['handler', 'group_leader', 'manager']);
export type SlaAudience = z.infer<typeof slaAudience>;

const target = z.strictObject({
  firstResponseSeconds: seconds.optional(),
  stepSeconds: seconds.optional(),
  completionSeconds: seconds.optional(),
});

/** When a reminder goes out, in service time: before or after the due time, or when a share of the target has passed. */
export const reminderAt = z.union([
  z.strictObject({ beforeSeconds: seconds }),
  z.strictObject({ afterSeconds: seconds }),
  z.strictObject({ percent: z.int().max(1000) }),
]);

/** Over which channels somebody is told beside the product itself, by their ids in the API; if not said, as the company has set. */
const channelIds = z.array(z.string().min(1).max(100)).max(10);

export const reminder = z.strictObject({
  key: stableKey,
  clock: clockKind,
  at: reminderAt,
  to: z.array(slaAudience).min(1),
  channelIds: channelIds.optional(),
});

/** One rung of the ladder after a breach; repeated `times` more times every `repeatSeconds` while the clock runs. */
export const escalation = z.strictObject({
  key: stableKey,
  clock: clockKind,
  afterSeconds: z
    .int()
    .min(0)
    .max(366 * 86_400),
  to: z.array(slaAudience).min(1),
  channelIds: channelIds.optional(),
  repeat: z.strictObject({ everySeconds: seconds, times: z.int().min(1).max(100) }).optional(),
});

/** Who is told in the moment in which a clock's time is over, and over which channels. */
const breachNotice = z.strictObject({ to: z.array(slaAudience).min(1), channelIds: channelIds.optional() });

/** Targets by urgency in seconds of the calendar's service time, and who is told when. */
export const slaPolicy = z.strictObject({
  key: stableKey.default('standard'),
  name: localizedText,
  /** Which tickets it holds for; none: all that no policy before it holds for. */
  when: condition.optional(),
  calendar: recordKey,
  targets: z.strictObject({ low: target, normal: target, high: target, urgent: target }),
  /** Targets of single nodes, by node id and urgency, in place of `stepSeconds`. */
  nodeTargets: z.record(stableKey, z.partialRecord(z.enum(URGENCIES), seconds)).optional(),
  pausesIn: z.array(z.enum(FLOW_STATUSES).exclude(['draft', 'completed', 'cancelled'])),
  reminders: z.array(reminder).max(50),
  /** By clock; of those not named the handler is told, as the company has set. */
  atBreach: z.partialRecord(clockKind, breachNotice).optional(),
  escalations: z.array(escalation).max(50),
  /** If not said: once the due time approaches. */
  extensionsFrom: z.enum(EXTENSION_STARTS).optional(),
});

export type SlaPolicy = z.infer<typeof slaPolicy>;
export type Reminder = z.infer<typeof reminder>;
export type BreachNotice = z.infer<typeof breachNotice>;
export type Escalation = z.infer<typeof escalation>;

/** Who is told of a breach of a clock where its policy does not say so. */
export const usualBreachNotice: BreachNotice = { to: ['handler'] };

/** The target of a clock in seconds of service time; null where the policy sets none. */
export function targetSecondsOf(
  policy: SlaPolicy,
  kind: ClockKind,
  urgency: (typeof URGENCIES)[number],
  nodeId?: string,
): number | null {
  const { firstResponseSeconds, stepSeconds, completionSeconds } = policy.targets[urgency];
  if (kind === 'first_response') return firstResponseSeconds ?? null;
  if (kind === 'completion') return completionSeconds ?? null;
  return (nodeId === undefined ? undefined : policy.nodeTargets?.[nodeId]?.[urgency]) ?? stepSeconds ?? null;
}
