import { z } from 'zod';
import { idOf } from '../../platform/id.ts';
import { recordKey } from '../../platform/stable-key.ts';

/** What is given to a group's members, and how: calls to whoever waits longest, tickets to whoever claims them. */
export const groupKindSchema = z.enum(['work', 'voice', 'chat']);
export const groupStrategySchema = z.enum(['claim', 'round_robin', 'least_busy', 'longest_idle', 'skill_first']);

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
};

export const createServiceGroupInput = z.object({
  ...facts,
  key: recordKey,
  members: facts.members.default([]),
});

export const updateServiceGroupInput = z
  .object(facts)
  .partial()
  .extend({ groupId: idOf('ServiceGroup'), expectedVersion: z.int().min(1) });

export const deleteServiceGroupInput = z.object({ groupId: idOf('ServiceGroup') });
