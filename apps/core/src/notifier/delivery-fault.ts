import { z } from 'zod';
import { localizedText } from '../platform/text/localized-text.ts';
import { DELIVERY_STATES } from './delivery-states.ts';

export const deliveryState = z.enum(DELIVERY_STATES);

/** Why a message was not sent, or not yet: `code` is for programs, `text` for people. */
export const deliveryFault = z.object({ code: z.string(), text: localizedText });
export type DeliveryFault = z.infer<typeof deliveryFault>;

export const muted: DeliveryFault = {
  code: 'muted',
  text: { en: 'The person had muted everything outside the product.', zh: '接收人当时已暂停全部外发通知。' },
};
export const outOfSight: DeliveryFault = {
  code: 'out_of_sight',
  text: { en: 'Nobody whom it was for may see the record now.', zh: '接收人现已无权查看该记录。' },
};
export const noEmail: DeliveryFault = {
  code: 'recipient_no_email',
  text: {
    en: 'The person has no e-mail address. An administrator can add one under Agents.',
    zh: '接收人没有邮箱地址，可由管理员在坐席管理中补充。',
  },
};
export const tooLate: DeliveryFault = {
  code: 'too_late',
  text: {
    en: 'It waited for more than a day, and would be no news any more.',
    zh: '等待已超过一天，内容已失去时效。',
  },
};
