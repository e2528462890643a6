import type { LocalizedText } from '../platform/text/localized-text.ts';

const said = (en: string, zh: string): LocalizedText => ({ en, zh });

/** What the values of columns that are names of the API are called, by column. */
export const enumWords: Readonly<Record<string, Readonly<Record<string, LocalizedText>>>> = {
  status: {
    DRAFT: said('Draft', '草稿'),
    PENDING: said('Pending', '待接单'),
    IN_PROGRESS: said('In progress', '处理中'),
    RETURNED: said('Returned', '已退回'),
    SUSPENDED: said('Suspended', '挂起'),
    COMPLETED: said('Completed', '已完成'),
    CANCELLED: said('Cancelled', '已取消'),
  },
  urgency: {
    LOW: said('Low', '低'),
    NORMAL: said('Normal', '普通'),
    HIGH: said('High', '高'),
    URGENT: said('Urgent', '紧急'),
  },
  slaState: {
    RUNNING: said('Running', '计时中'),
    PAUSED: said('Paused', '已暂停'),
    BREACHED: said('Breached', '已超时'),
    MET: said('Met', '已达标'),
  },
  kind: {
    HOUSEHOLD: said('Household', '家庭用户'),
    BUSINESS: said('Business', '企业'),
    PROPERTY: said('Property', '物业'),
    DEALER: said('Dealer', '经销商'),
  },
  level: {
    STANDARD: said('Standard', '普通'),
    SILVER: said('Silver', '银卡会员'),
    GOLD: said('Gold', '金卡会员'),
  },
};
