/** The tabs of the sections of administration, each with the right that it needs. */
export const adminSections = {
  people: [
    { to: '/admin/company', key: 'company', right: 'department.manage' },
    { to: '/admin/agents', key: 'agents', right: 'agent.manage' },
    { to: '/admin/departments', key: 'departments', right: 'department.manage' },
    { to: '/admin/roles', key: 'roles', right: 'role.manage' },
    { to: '/admin/groups', key: 'groups', right: 'service_group.manage' },
    { to: '/admin/dispositions', key: 'dispositions', right: 'service_group.manage' },
    { to: '/admin/not-ready-reasons', key: 'notReadyReasons', right: 'service_group.manage' },
  ],
  settings: [
    { to: '/admin/calendars', key: 'calendars', right: 'calendar.manage' },
    { to: '/admin/holidays', key: 'holidays', right: 'calendar.manage' },
    { to: '/admin/time-schemes', key: 'timeSchemes', right: 'calendar.manage' },
    { to: '/admin/fields', key: 'fields', right: 'ticket_type.manage' },
    { to: '/admin/customer-fields', key: 'customerFields', right: 'customer_field.manage' },
    { to: '/admin/tags', key: 'tags', right: 'tag.manage' },
    { to: '/admin/triggers', key: 'triggers', right: 'trigger.manage' },
    { to: '/admin/quick-replies', key: 'quickReplies', right: 'quick_reply.share' },
    { to: '/admin/macros', key: 'macros', right: 'macro.share' },
    { to: '/admin/parameters', key: 'parameters', right: 'parameter.manage' },
    { to: '/admin/service-templates', key: 'serviceTemplates', right: 'parameter.manage' },
    { to: '/admin/sla', key: 'sla', right: 'ticket_type.manage' },
    { to: '/admin/integration/notifications', key: 'notifications', right: 'channel.manage' },
    { to: '/admin/integration/tokens', key: 'tokens', right: 'credential.manage' },
    { to: '/records/operations', key: 'operations', right: 'audit.read' },
  ],
} as const;

export type AdminSection = keyof typeof adminSections;

const keys = Object.keys(adminSections) as AdminSection[];

/** The section that an address lies in; undefined for none. */
export const sectionAt = (pathname: string): AdminSection | undefined =>
  keys.find((key) => adminSections[key].some(({ to }) => pathname === to || pathname.startsWith(`${to}/`)));
