import type { LocalizedText } from '../platform/text/localized-text.ts';
import { maskPhone } from '../platform/text/mask.ts';
import type { NotificationKind } from './notification-kind.ts';

type Params = Readonly<Record<string, unknown>>;

const words = (en: string, zh: string): LocalizedText => ({ en, zh });

const isText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;

/** A word of a notification's facts in both languages; empty where there is none. */
const wordOf = (value: unknown): LocalizedText =>
  isText(value) ? value : typeof value === 'string' ? words(value, value) : words('', '');

const clocks: Readonly<Record<string, LocalizedText>> = {
  first_response: words('First response', '首次响应'),
  step: words('The step', '本步骤'),
  completion: words('Completion', '完结'),
};

const atStep = (params: Params, en: (node: string) => string, zh: (node: string) => string): LocalizedText => {
  const node = wordOf(params.node);
  return words(en(node.en), zh(node.zh));
};

const clockIs = (params: Params, en: string, zh: string): LocalizedText => {
  const clock = (typeof params.clock === 'string' && clocks[params.clock]) || words('A promise', '服务目标');
  return words(`${clock.en} ${en}`, `${clock.zh}${zh}`);
};

const by = (params: Params, en: string, zh: string): LocalizedText => {
  const name = wordOf(params.name);
  return words(name.en ? `${name.en} ${en}` : `Somebody ${en}`, name.zh ? `${name.zh}${zh}` : `有人${zh}`);
};

const reasons: Readonly<Record<NotificationKind, (params: Params) => LocalizedText>> = {
  'ticket.assigned': (params) =>
    atStep(
      params,
      (node) => `“${node}” was given to you`,
      (node) => `“${node}”已分派给您`,
    ),
  'ticket.offered': (params) =>
    atStep(
      params,
      (node) => `“${node}” can be claimed`,
      (node) => `“${node}”待领取`,
    ),
  'ticket.returned': (params) =>
    atStep(
      params,
      (node) => `Sent back to you at “${node}”`,
      (node) => `已退回到您的“${node}”`,
    ),
  'ticket.time_limit': (params) =>
    atStep(
      params,
      (node) => `“${node}” has run out of its time`,
      (node) => `“${node}”已超过限定时间`,
    ),
  'ticket.copied': (params) =>
    atStep(
      params,
      (node) => `You were copied in at “${node}”`,
      (node) => `“${node}”抄送给您`,
    ),
  'ticket.sla_reminded': (params) => clockIs(params, 'is due soon', '即将到期'),
  'ticket.sla_breached': (params) => clockIs(params, 'is breached', '已超时'),
  'ticket.sla_escalated': (params) => clockIs(params, 'was escalated to you', '已升级给您'),
  'ticket.message': ({ message }) => wordOf(message),
  'ticket.mentioned': () => words('You were mentioned', '有人提到了您'),
  'ticket.merged': ({ into }) => words(`Merged into ${wordOf(into).en}`, `已合并到 ${wordOf(into).zh}`),
  'ticket.checklist_assigned': () => words('An item of a checklist is yours', '有检查项指派给您'),
  'ticket.extension_requested': (params) => by(params, 'asks for more time', '申请延期'),
  'ticket.extension_approved': () => words('Your request for more time was granted', '您的延期申请已批准'),
  'ticket.extension_rejected': () => words('Your request for more time was rejected', '您的延期申请被驳回'),
  'ticket.watched_comment': (params) => by(params, 'wrote on a ticket that you watch', '在您关注的工单中留言'),
  'ticket.watched_progress': () => words('A ticket that you watch went on', '您关注的工单有新进展'),
  'job.finished': ({ status }) =>
    status === 'failed'
      ? words('A job of yours could not go on', '您的一个后台任务未能继续')
      : words('A job of yours is over', '您的一个后台任务已结束'),
  'job.exported': ({ message }) => wordOf(message),
  'job.changed': ({ count }) =>
    words(
      `A bulk change gave you tickets or changed yours: ${Number(count ?? 0)}`,
      `批量操作分配或更改了与您有关的工单：${Number(count ?? 0)} 张`,
    ),
};

/** Phone and identity numbers as people write them; a ticket's number has letters or dashes before its digits. */
const number = /(?<![A-Za-z0-9-])\+?\d(?:[ -]?\d){6,18}(?![A-Za-z0-9])/g;

/** A text in which whatever may be a phone or identity number is covered: it leaves the company's own house. */
export const coverNumbers = (text: string): string => text.replace(number, (typed) => maskPhone({ typed, e164: null }));

/** What happened, in one sentence without what people wrote about customers; it may be read on a stranger's screen. */
export function reasonOf(kind: NotificationKind, params: Params): LocalizedText {
  const { en, zh } = reasons[kind](params);
  return { en: coverNumbers(en) || 'Something changed', zh: coverNumbers(zh) || '有新变化' };
}
