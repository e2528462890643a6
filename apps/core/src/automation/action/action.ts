import { z } from 'zod';
import { urgencySchema } from '../../ticket/ticket-input.ts';

/** Ids in definitions are those of the API, as in the filters of saved views. */
const recordId = z.string().min(1).max(100);

/** Whom an action means. Those of the ticket are looked up when it acts. */
export const recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['handler', 'group_leader', 'manager', 'creator']) }),
  z.strictObject({ kind: z.enum(['agent', 'role', 'group']), id: recordId }),
]);
export type Recipient = z.infer<typeof recipient>;

const text = (most: number) => z.string().trim().min(1).max(most);
const tagIds = z.array(recordId).min(1).max(20);

const outsideAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine((address) => {
    const url = URL.parse(address);
    return (url?.protocol === 'https:' || url?.protocol === 'http:') && !url.username && !url.password;
  }, 'This is not an http or https address without a name and password in it. | 请填写不含用户名和密码的 http 或 https 地址。');

/** What a trigger or macro does, one after the other. Texts may hold placeholders. */
export const action = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notify'),
    to: z.array(recipient).min(1).max(20),
    message: text(500),
    /** Over which channels beside the product itself; if not said, as the company has set for messages. */
    channelIds: z.array(recordId).max(10).optional(),
  }),
  z.strictObject({ kind: z.literal('set_field'), field: z.string().min(1).max(60), value: z.unknown() }),
  z.strictObject({ kind: z.literal('change_urgency'), urgency: urgencySchema }),
  z.strictObject({ kind: z.literal('add_tags'), tagIds }),
  z.strictObject({ kind: z.literal('remove_tags'), tagIds }),
  z.strictObject({
    kind: z.literal('reassign'),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['agent', 'group']), id: recordId }),
      z.strictObject({ kind: z.enum(['creator', 'manager']) }),
    ]),
  }),
  z.strictObject({ kind: z.literal('comment'), body: text(4_000) }),
  z.strictObject({ kind: z.literal('create_sub_ticket'), typeId: recordId, title: text(200) }),
  z.strictObject({ kind: z.literal('call_webhook'), url: outsideAddress }),
]);
export type Action = z.infer<typeof action>;
export type ActionKind = Action['kind'];

export const mostActions = 10;
export const actions = z.array(action).min(1).max(mostActions);
