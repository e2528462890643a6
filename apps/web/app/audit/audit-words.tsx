import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

const actions = [
  'agent.created',
  'agent.updated',
  'agent.absence_set',
  'agent.password_reset',
  'api_credential.created',
  'api_credential.revoked',
  'calendar.created',
  'calendar.updated',
  'calendar.clocks_moved',
  'holiday_list.created',
  'holiday_list.updated',
  'holiday_list.deleted',
  'time_scheme.created',
  'time_scheme.updated',
  'time_scheme.deleted',
  'company.founded',
  'company.updated',
  'changed_password',
  'signed_in',
  'channel.create',
  'channel.update',
  'channel.enable',
  'channel.disable',
  'channel.run_action',
  'external_form.created',
  'external_form.updated',
  'external_form.link_created',
  'external_form.link_revoked',
  'customer_field.added',
  'customer_field.updated',
  'customer_field.removed',
  'parameter.created',
  'parameter.updated',
  'parameter.deleted',
  'parameter.value_created',
  'parameter.value_updated',
  'parameter.value_deleted',
  'service_template.created',
  'service_template.updated',
  'field.created',
  'field.updated',
  'field.deleted',
  'field.restored',
  'field.purged',
  'department.created',
  'department.updated',
  'department.deleted',
  'role.created',
  'role.updated',
  'role.deleted',
  'job.created',
  'export.written',
  'service_group.created',
  'service_group.updated',
  'service_group.deleted',
  'disposition.created',
  'disposition.updated',
  'not_ready_reason.created',
  'not_ready_reason.updated',
  'ticket_type.published',
  'ticket_type.deleted',
  'ticket_type.test_saved',
  'ticket_type.test_deleted',
] as const;

type WithoutDot<Text extends string> = Text extends `${infer Before}.${infer After}` ? `${Before}_${After}` : Text;
type ActionKey = WithoutDot<(typeof actions)[number]>;

const isKnown = (action: string) => actions.some((each) => each === action);

/** Where the page of a record is, and under which name its ids are global. */
const pages = {
  agent: { to: '/admin/agents', typeName: 'Agent' },
  role: { to: '/admin/roles', typeName: 'Role' },
  service_group: { to: '/admin/groups', typeName: 'ServiceGroup' },
  calendar: { to: '/admin/calendars', typeName: 'Calendar' },
  holiday_list: { to: '/admin/holidays', typeName: 'HolidayList' },
  time_scheme: { to: '/admin/time-schemes', typeName: 'TimeScheme' },
  channel: { to: '/admin/channels', typeName: 'Channel' },
  ticket_type: { to: '/ticket-types', typeName: 'TicketType' },
  ticket_type_test: null,
  customer: { to: '/customers', typeName: 'Customer' },
  parameter: { to: '/admin/parameters', typeName: 'Parameter' },
  service_template: null,
  external_form: { to: '/external-forms', typeName: 'ExternalForm' },
  field: { to: '/admin/fields', typeName: 'Field' },
  job: { to: '/records/jobs', typeName: 'Job' },
  company: null,
  department: null,
  disposition: null,
  not_ready_reason: null,
  api_credential: null,
  ticket: null,
  call: null,
} as const;

const isSubject = (type: string): type is keyof typeof pages => Object.hasOwn(pages, type);

/** What was done, in words; an action that has none yet is shown by its name. */
export function ActionWords({ action }: { action: string }) {
  const { t } = useTranslation('admin');
  if (!isKnown(action)) return <span className="mono">{action}</span>;
  return t(`audit.did.${action.replace('.', '_') as ActionKey}`);
}

/** The kind of record, as a link to the one that it was done to. */
export function SubjectLink({ type, id }: { type: string; id: string }) {
  const { t } = useTranslation('admin');
  if (!isSubject(type)) return <span className="mono">{type}</span>;
  const page = pages[type];
  const word = t(`audit.record.${type}`);
  if (!page) return <span title={id}>{word}</span>;
  return (
    <Link to={`${page.to}/${encodeURIComponent(btoa(`${page.typeName}:${id}`))}`} title={id}>
      {word}
    </Link>
  );
}
