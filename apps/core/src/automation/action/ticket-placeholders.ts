import { DateTime } from 'luxon';
import { customersInReach } from '../../customer/customer-access.ts';
import { nodeOf } from '../../flow/flow-graph.ts';
import { loadCompany } from '../../identity/company/load-company.ts';
import type { Context } from '../../platform/context.ts';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { localize } from '../../platform/text/localize.ts';
import { loadVersion } from '../../ticket-type/load-version.ts';
import type { TicketRow } from '../../ticket/ticket-access.ts';
import type { PlaceholderValues } from './placeholders.ts';

const statuses: Readonly<Record<string, LocalizedText>> = {
  pending: { en: 'pending', zh: '待处理' },
  in_progress: { en: 'in progress', zh: '处理中' },
  returned: { en: 'returned', zh: '已退回' },
  suspended: { en: 'suspended', zh: '已挂起' },
  completed: { en: 'completed', zh: '已完结' },
  cancelled: { en: 'cancelled', zh: '已终止' },
};
const urgencies: Readonly<Record<string, LocalizedText>> = {
  low: { en: 'low', zh: '低' },
  normal: { en: 'normal', zh: '普通' },
  high: { en: 'high', zh: '高' },
  urgent: { en: 'urgent', zh: '紧急' },
};

/** What placeholders stand for on a ticket, in the caller's language. Whoever asks must be allowed to see the ticket. */
export async function ticketPlaceholders(context: Context, ticket: TicketRow): Promise<PlaceholderValues> {
  const { locale, actor } = context;
  const people = [ticket.handlerId, ticket.creatorId, actor.agentId].filter((id) => id !== null);
  const [agents, customer, version, company] = await Promise.all([
    context.db.selectFrom('agent').select(['id', 'name']).where('id', 'in', people).execute(),
    ticket.customerId
      ? context.db
          .selectFrom('customer')
          .select('name')
          .where('id', '=', ticket.customerId)
          .where(await customersInReach(context, 'customer.read'))
          .executeTakeFirst()
      : undefined,
    loadVersion(context, ticket.versionId),
    loadCompany(context),
  ]);
  const nameOf = (id: string | null): string => agents.find((agent) => agent.id === id)?.name ?? '';
  const wordOf = (words: Readonly<Record<string, LocalizedText>>, value: string): string => {
    const word = words[value];
    return word ? localize(word, locale) : value;
  };
  const node = ticket.nodeId ? nodeOf(version.definition.flow, ticket.nodeId) : undefined;
  return {
    'ticket.number': ticket.number,
    'ticket.title': ticket.title,
    'ticket.type': localize(version.definition.name, locale),
    'ticket.status': wordOf(statuses, ticket.status),
    'ticket.urgency': wordOf(urgencies, ticket.urgency),
    'ticket.step': node ? localize(node.name, locale) : '',
    'ticket.due': ticket.dueAt
      ? DateTime.fromJSDate(ticket.dueAt, { zone: company.zone }).toFormat('yyyy-MM-dd HH:mm')
      : '',
    'customer.name': customer?.name ?? '',
    'contact.name': ticket.contactName ?? '',
    'handler.name': nameOf(ticket.handlerId),
    'creator.name': nameOf(ticket.creatorId),
    'agent.name': nameOf(actor.agentId),
    'company.name': company.name,
  };
}
