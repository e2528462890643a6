import type { LocalizedText } from '../../platform/text/localized-text.ts';

/** Why a ticket was left as it is, although nothing forbade the change. */
const reasons = {
  already_so: { en: 'It is so already.', zh: '已是该状态。' },
  finished: { en: 'This ticket is finished.', zh: '该工单已结束。' },
  no_step: { en: 'No step of this ticket is with anybody or offered to anybody.', zh: '该工单没有可操作的步骤。' },
  not_yours: { en: 'No step of this ticket waits for you.', zh: '该工单没有等待您处理的步骤。' },
  not_suspended: { en: 'No step of this ticket is suspended.', zh: '该工单没有挂起的步骤。' },
  may_not_suspend: { en: 'This step cannot be suspended.', zh: '该步骤不允许挂起。' },
  changed_since: { en: 'It was changed again since. It stays as it is.', zh: '之后又有改动，保持现状。' },
} as const satisfies Record<string, LocalizedText>;

/** The answer of a row that has nothing to do. */
export const nothingToDo = (code: keyof typeof reasons) => ({ fault: { code, message: reasons[code] } });
