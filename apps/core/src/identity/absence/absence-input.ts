import { z } from 'zod';
import { idOf } from '../../platform/id.ts';

const longestMs = 366 * 86_400_000;

/** Somebody is away from `from` until `until`; the deputy has what would be theirs. All three empty: nobody is away. */
export const setAbsenceInput = z
  .object({
    agentId: idOf('Agent').nullish().meta({ description: 'Whose; else the caller’s own. Others need agent.manage.' }),
    from: z.coerce.date().nullish(),
    until: z.coerce.date().nullish(),
    deputyId: idOf('Agent').nullish(),
  })
  .superRefine(({ from, until, deputyId }, check) => {
    const isEmpty = !from && !until && !deputyId;
    const complain = (path: string, message: string): void => check.addIssue({ code: 'custom', path: [path], message });
    if (isEmpty) return;
    if (!from) complain('from', 'say from when | 请填写开始时间');
    if (!until) complain('until', 'say until when | 请填写结束时间');
    if (!deputyId) complain('deputyId', 'choose who has the work meanwhile | 请选择代理人');
    if (!from || !until) return;
    if (until <= from) complain('until', 'must be after the beginning | 结束时间必须晚于开始时间');
    if (until.getTime() - from.getTime() > longestMs) complain('until', 'at most a year | 最长一年');
  });
