import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { recordKey } from '../../platform/text/stable-key.ts';

/** What is given to a group's members, and how: calls to whoever waits longest, tickets to whoever claims them. */
export const groupKindSchema = z.enum(['work', 'voice', 'chat']);
export const groupStrategySchema = z.enum([
  'claim',
  'round_robin',
  'least_busy',
  'longest_idle',
  'skill_first',
  'returning_customer',
]);

export const groupMemberInput = z.object({
  agentId: idOf('Agent'),
  skillLevel: z.int().min(1).max(10).default(5).meta({ description: '1 to 10; 5 unless told.' }),
});

const facts = {
  name: z.string().trim().min(1).max(100),
  kind: groupKindSchema,
  strategy: groupStrategySchema,
  leaderId: idOf('Agent').nullish(),
  members: z.array(groupMemberInput).max(1000),
  ringSeconds: z.int().min(5).max(300).meta({ description: 'How long a call rings at one agent; 20 unless told.' }),
  wrapUpSeconds: z.int().min(0).max(3600).meta({ description: 'Time after a conversation; 30 unless told.' }),
  isDispositionRequired: z
    .boolean()
    .meta({ description: 'Whether wrapping up ends only when it is noted what came of the call.' }),
  missedReasonId: idOf('NotReadyReason')
    .nullish()
    .meta({ description: 'Why an agent is not ready who let a call ring; null leaves them ready.' }),
  calendarId: idOf('Calendar')
    .nullish()
    .meta({ description: 'The working hours of members who have none of their own; null is always.' }),
  afterHoursGroupId: idOf('ServiceGroup')
    .nullish()
    .meta({ description: 'Who has the calls that come outside the working hours; null lets them wait.' }),
  dispositionIds: z
    .array(idOf('Disposition'))
    .max(100)
    .meta({ description: "What the group's calls can come to; none offers all." }),
};

export const createServiceGroupInput = z.object({
  ...facts,
  key: recordKey,
  members: facts.members.default([]),
  ringSeconds: facts.ringSeconds.default(20),
  wrapUpSeconds: facts.wrapUpSeconds.default(30),
  isDispositionRequired: facts.isDispositionRequired.default(false),
  dispositionIds: facts.dispositionIds.default([]),
});

export const updateServiceGroupInput = z
  .object(facts)
  .partial()
  .extend({ groupId: idOf('ServiceGroup'), expectedVersion: z.int().min(1) });

export const deleteServiceGroupInput = z.object({ groupId: idOf('ServiceGroup') });
