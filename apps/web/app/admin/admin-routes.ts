import { layout, route } from '@remix-run/route-config';

/** Pages of customers and of administration, inside the shell. */
export const adminRoutes = [
  route('customers', 'customer/customers-page.tsx'),
  route('customers/new', 'customer/new-customer-page.tsx'),
  route('customers/:id', 'customer/customer-page.tsx'),
  layout('admin/admin-layout.tsx', [
    route('admin/agents', 'agent/agents-page.tsx'),
    route('admin/agents/:id', 'agent/agent-page.tsx'),
    route('admin/departments', 'department/departments-page.tsx'),
    route('admin/roles', 'role/roles-page.tsx'),
    route('admin/roles/:id', 'role/role-page.tsx'),
    route('admin/groups', 'service-group/groups-page.tsx'),
    route('admin/groups/:id', 'service-group/group-page.tsx'),
    route('admin/dispositions', 'disposition/dispositions-page.tsx'),
    route('admin/calendars', 'calendar/calendars-page.tsx'),
    route('admin/calendars/:id', 'calendar/calendar-page.tsx'),
    route('admin/holidays', 'calendar/holiday/holiday-lists-page.tsx'),
    route('admin/holidays/:id', 'calendar/holiday/holiday-list-page.tsx'),
    route('admin/time-schemes', 'calendar/scheme/time-schemes-page.tsx'),
    route('admin/time-schemes/:id', 'calendar/scheme/time-scheme-page.tsx'),
    route('admin/fields', 'shared-field/fields-page.tsx'),
    route('admin/fields/:id', 'shared-field/field-page.tsx'),
    route('admin/sla', 'sla/sla-page.tsx'),
    route('admin/channels', 'channel/channels-page.tsx'),
    route('admin/channels/:id', 'channel/channel-page.tsx'),
    route('admin/integration/tokens', 'api-token/tokens-page.tsx'),
    route('records/operations', 'audit/operations-page.tsx'),
    route('external-forms', 'external-form/external-forms-page.tsx'),
    route('external-forms/:id', 'external-form/form-page.tsx'),
    route('exports', 'export/exports-page.tsx'),
    route('records/jobs', 'job/jobs-page.tsx'),
    route('records/jobs/:id', 'job/job-page.tsx'),
    route('ticket-types', 'ticket-type/ticket-types-page.tsx'),
    route('ticket-types/:id', 'ticket-type/ticket-type-page.tsx'),
    route('ticket-types/:id/versions', 'ticket-type/versions/versions-page.tsx'),
  ]),
  route('ticket-types/drafts/:id', 'ticket-type/designer/designer-layout.tsx', [
    route('basics', 'ticket-type/designer/basics-page.tsx'),
    route('form', 'ticket-type/designer/form-page.tsx'),
    route('flow', 'ticket-type/designer/flow-page.tsx'),
    route('sla', 'ticket-type/designer/sla-page.tsx'),
    route('permissions', 'ticket-type/designer/permissions-page.tsx'),
    route('try', 'simulation/try-page.tsx'),
    route('backtest', 'simulation/backtest-page.tsx'),
    route('publish', 'ticket-type/designer/publish-page.tsx'),
  ]),
];

/** Answers without a page around them. */
export const adminResources = [
  route('holiday-regions', 'calendar/holiday/regions-route.ts'),
  route('customers/more', 'customer/more-customers-route.ts'),
  route('ticket-types/drafts/:id/backtest/batch', 'simulation/backtest-route.ts'),
  route('ticket-types/:id/export', 'ticket-type/export-route.ts'),
];
