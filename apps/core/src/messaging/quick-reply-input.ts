import { z } from 'zod';
import { unknownPlaceholders } from '../automation/action/placeholders.ts';
import { idOf } from '../platform/id.ts';
import { groupIds, sharingSchema } from '../sharing/sharing.ts';

export const mostOfOne = 500;
export const mostShared = 2_000;

const name = z.string().trim().min(1).max(100);
const folder = z.string().trim().max(100).meta({ description: 'Folders in folders are parted by " / ".' });
const code = z
  .string()
  .trim()
  .max(30)
  .regex(/^[^\s/]*$/, 'A code has no spaces and no slash. | 代码不能含空格和斜杠。')
  .nullish()
  .meta({ description: 'What people type after "/" to find it.' });
const body = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .refine(
    (text) => unknownPlaceholders(text).length === 0,
    'There is a placeholder in it that does not exist. | 含有不存在的占位符。',
  );
const which = { quickReplyId: idOf('QuickReply'), expectedVersion: z.int().min(1) };

export const createQuickReplyInput = z.object({
  name,
  folder: folder.default(''),
  code,
  body,
  sharing: sharingSchema.default('nobody'),
  groupIds: groupIds.default([]),
});
export const updateQuickReplyInput = z.object({
  ...which,
  name: name.optional(),
  folder: folder.optional(),
  code,
  body: body.optional(),
  sharing: sharingSchema.optional(),
  groupIds: groupIds.optional(),
});
export const deleteQuickReplyInput = z.object(which);
