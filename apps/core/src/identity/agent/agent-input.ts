import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

const loginName = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .regex(
    /^[a-z0-9][a-z0-9._@-]*$/,
    'use lower-case letters, digits, dots, _, - and @ | 只能用小写字母、数字、点、_、- 和 @',
  );

const facts = {
  name: z.string().trim().min(1).max(100),
  workNumber: z.string().trim().min(1).max(20).nullish(),
  nickname: z.string().trim().max(60).nullish(),
  email: z.email().max(200).nullish(),
  phone: z.string().trim().max(40).nullish(),
  departmentId: idOf('Department'),
  reportingManagerId: idOf('Agent').nullish(),
  calendarId: idOf('Calendar')
    .nullish()
    .meta({ description: 'The working hours; null follows the group whose work it is.' }),
  roleIds: z.array(idOf('Role')).max(50),
  groupIds: z.array(idOf('ServiceGroup')).max(100),
};

export const createAgentInput = z.object({
  ...facts,
  loginName,
  roleIds: facts.roleIds.default([]),
  groupIds: facts.groupIds.default([]),
});

export const updateAgentInput = z
  .object(facts)
  .partial()
  .extend({
    agentId: idOf('Agent'),
    expectedVersion: z.int().min(1),
    isActive: z.boolean().optional(),
  });

export const resetPasswordInput = z.object({ agentId: idOf('Agent') });

export type CreateAgentInput = z.input<typeof createAgentInput>;
export type UpdateAgentInput = z.input<typeof updateAgentInput>;
