import type { LocalizedText } from '../../platform/text/localized-text.ts';
import type { SlaReason } from './sla-entry.ts';

const reason = (code: string, en: string, zh: string): SlaReason => ({ code, text: { en, zh } });

/** Why a clock was started, stopped or moved. */
export const slaReasons = {
  created: reason('created', 'The ticket was created', '工单创建'),
  stepStarted: reason('step_started', 'The step began', '步骤开始'),
  stepFinished: reason('step_finished', 'The step was finished', '步骤完成'),
  stepLeft: reason('step_left', 'The step was left without being finished', '步骤未完成即离开'),
  responded: reason('responded', 'Somebody accepted the ticket', '已有人接单'),
  completed: reason('completed', 'The ticket was completed', '工单完结'),
  cancelled: reason('cancelled', 'The ticket was cancelled', '工单终止'),
  suspended: reason('suspended', 'The ticket is suspended', '工单挂起'),
  statusPaused: reason('status', 'The ticket is in a status that stops the clock', '工单处于暂停计时的状态'),
  resumed: reason('resumed', 'The ticket goes on', '工单恢复'),
  urgency: reason('urgency', 'The urgency changed', '紧急度变更'),
  calendar: reason('calendar', 'The service time was changed', '服务时间变更'),
  reopened: reason('reopened', 'The merge was undone', '已撤销合并'),
  extension: reason('extension', 'More time was granted', '已批准延期'),
  reminder: reason('reminder', 'A reminder was due', '到提醒时间'),
  breach: reason('breach', 'The due time passed', '已过到期时间'),
  escalation: reason('escalation', 'An escalation was due', '到升级时间'),
} as const satisfies Record<string, SlaReason>;

/** What made another policy hold. */
export type PolicyCause = 'answers' | 'urgency' | 'customer';

const causes: Record<PolicyCause, LocalizedText> = {
  answers: { en: 'an answer changed', zh: '表单内容变更' },
  urgency: { en: 'the urgency changed', zh: '紧急度变更' },
  customer: { en: 'the customer changed', zh: '客户信息变更' },
};

/** Another policy holds now. */
export const policyReason = (name: LocalizedText, cause: PolicyCause): SlaReason =>
  reason(
    'policy',
    `The policy “${name.en}” holds now: ${causes[cause].en}`,
    `改用策略“${name.zh}”：${causes[cause].zh}`,
  );

/** The code of the line that ends a clock because the policy that holds now has no target for it. */
export const NO_PROMISE = 'no_promise';

/** The policy that holds now does not promise this. */
export const noPromiseReason = (name: LocalizedText, cause: PolicyCause): SlaReason =>
  reason(
    NO_PROMISE,
    `The policy “${name.en}” holds now and does not promise this: ${causes[cause].en}`,
    `改用策略“${name.zh}”，该策略无此承诺：${causes[cause].zh}`,
  );
