import type { LocalizedText } from '../platform/text/localized-text.ts';

export const REFUSALS = {
  not_started: { en: 'This ticket has not been created yet.', zh: '工单尚未创建。' },
  already_created: { en: 'This ticket has been created already.', zh: '工单已创建,不能重复创建。' },
  finished: { en: 'This ticket is finished. Nothing more can be done to it.', zh: '工单已结束,不能再操作。' },
  not_cancelled: { en: 'This ticket is not cancelled, so it is not reopened.', zh: '工单未终止,无需恢复。' },
  step_over: {
    en: 'This step is over. Load the ticket again to see where it is.',
    zh: '该步骤已结束,请刷新工单查看当前进度。',
  },
  wrong_step: { en: 'This cannot be done at this step.', zh: '当前步骤不支持此操作。' },
  suspended: { en: 'This step is suspended. Resume it first.', zh: '该步骤已挂起,请先恢复。' },
  not_suspended: { en: 'This step is not suspended.', zh: '该步骤没有挂起。' },
  may_not_suspend: { en: 'This step cannot be suspended.', zh: '该步骤不允许挂起。' },
  already_claimed: { en: 'Someone else has accepted this step.', zh: '该步骤已被他人接单。' },
  already_accepted: { en: 'You have accepted this step already.', zh: '您已接单。' },
  not_a_candidate: { en: 'This step was not offered to you.', zh: '该步骤没有分配给您。' },
  not_yours: { en: 'This step belongs to someone else.', zh: '该步骤由他人处理。' },
  not_accepted: { en: 'Accept this step first.', zh: '请先接单。' },
  already_decided: { en: 'You have decided on this step already.', zh: '您已审批过该步骤。' },
  asked_already: { en: 'This person has been asked already.', zh: '该人员已在审批人中。' },
  not_your_turn: { en: 'Someone else decides before you.', zh: '尚未轮到您审批。' },
  cannot_roll_back_there: {
    en: 'The ticket cannot be rolled back to there from this step.',
    zh: '不能从该步骤回退到所选节点。',
  },
  agent_not_available: { en: 'The agent chosen is not active. Choose another.', zh: '所选坐席不可用,请另选。' },
  group_is_empty: {
    en: 'Nobody who is active is a member of this group. Choose another.',
    zh: '该服务组没有可用的成员,请另选。',
  },
  missing_lookup: { en: 'The flow needs people that were not looked up.', zh: '缺少流程所需的人员查询结果。' },
  broken_flow: { en: 'The flow cannot go on from here. Check its definition.', zh: '流程无法继续,请检查流程定义。' },
} as const satisfies Record<string, LocalizedText>;

export type RefusalCode = keyof typeof REFUSALS;

/** Why an event changes nothing. `agentId` is whose step it is; `detail` names what is missing or broken. */
export interface Refusal {
  code: RefusalCode;
  message: LocalizedText;
  agentId: string | null;
  detail: string | null;
}

/** Thrown inside the interpreter only; `advance` turns it into its answer. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, about: { agentId?: string | null; detail?: string } = {}) {
    super(code);
    this.refusal = { code, message: REFUSALS[code], agentId: about.agentId ?? null, detail: about.detail ?? null };
  }
}
