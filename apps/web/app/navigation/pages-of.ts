import { pages, type PageKey } from './pages.ts';

/** Any one of these rights opens the page; a page that is not named is open to everybody. */
const rights: Partial<Record<PageKey, readonly string[]>> = {
  tickets: ['ticket.read', 'ticket.create', 'ticket.manage'],
  calls: ['call.use', 'call.read'],
  customers: ['customer.read', 'customer.write'],
  ticketTypes: ['ticket_type.manage'],
  externalForms: ['external_form.manage'],
  telephony: ['channel.manage'],
  people: ['agent.manage', 'role.manage', 'department.manage', 'service_group.manage'],
  settings: [
    'calendar.manage',
    'credential.manage',
    'channel.manage',
    'audit.read',
    'tag.manage',
    'trigger.manage',
    'quick_reply.share',
    'macro.share',
    'parameter.manage',
    'customer_field.manage',
  ],
};

/** The pages that somebody with these permissions may open. */
export function pagesOf(permissions: readonly string[]): PageKey[] {
  return (Object.keys(pages) as PageKey[]).filter(
    (page) => rights[page]?.some((right) => permissions.includes(right)) ?? true,
  );
}
