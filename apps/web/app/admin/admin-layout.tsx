import '~/list/list.css';
import './admin.css';
import { may } from '@handoff/core/identity/actor';
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { NavLink, Outlet, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { contextOf } from '~/graphql/context.server.ts';
import { pages } from '~/navigation/pages.ts';
import { ErrorPage } from '~/shell/error-page.tsx';
import { useShell } from '~/shell/use-shell.ts';

export const handle = { i18n: ['admin', 'form', 'list'] };

const sections = {
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

/** The pages that stand alone, without tabs. */
const others = [
  { to: '/external-forms', right: 'external_form.manage' },
  { to: '/ticket-types', right: 'ticket_type.manage' },
  { to: '/admin/channels', right: 'channel.manage' },
] as const;

/** Refuses whoever lacks the right of the page; what is in it is checked again where it is read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  const guarded = [...sections.people, ...sections.settings, ...others];
  const page = guarded.find(({ to }) => pathname.startsWith(to));
  const { actor } = await contextOf(request);
  if (!page || may(actor, page.right)) return null;
  // The navigation leads to one tab of a section; whoever may not open that begins with the first that they may.
  const section = (['people', 'settings'] as const).find((key) => pages[key].to === pathname);
  const open = section && sections[section].find(({ right }) => may(actor, right));
  throw open ? redirect(open.to) : new Response(null, { status: 403 });
}

/** The tabs of the section that a page of administration belongs to, as far as the person's rights go. */
export default function AdminLayout() {
  const { t } = useTranslation('admin');
  const { permissions } = useShell();
  const { pathname } = useLocation();
  const section = Object.values(sections).find((tabs) => tabs.some(({ to }) => pathname.startsWith(to)));
  return (
    <div className="admin">
      {section && (
        <nav className="tabs" aria-label={t('tabs')}>
          {section
            .filter(({ right }) => permissions.includes(right))
            .map(({ to, key }) => (
              <NavLink key={to} to={to} prefetch="intent">
                {t(`tab.${key}`)}
              </NavLink>
            ))}
        </nav>
      )}
      <Outlet />
    </div>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
