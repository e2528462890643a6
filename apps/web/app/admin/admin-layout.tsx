import '~/list/list.css';
import './admin.css';
import { NavLink, Outlet, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useShell } from '~/shell/use-shell.ts';

export const handle = { i18n: ['admin', 'form', 'list'] };

const sections = {
  people: [
    { to: '/admin/agents', key: 'agents', right: 'agent.manage' },
    { to: '/admin/departments', key: 'departments', right: 'department.manage' },
    { to: '/admin/roles', key: 'roles', right: 'role.manage' },
    { to: '/admin/groups', key: 'groups', right: 'service_group.manage' },
  ],
  settings: [
    { to: '/admin/calendars', key: 'calendars', right: 'calendar.manage' },
    { to: '/admin/sla', key: 'sla', right: 'ticket_type.manage' },
    { to: '/admin/integration/tokens', key: 'tokens', right: 'credential.manage' },
    { to: '/records/operations', key: 'operations', right: 'audit.read' },
  ],
} as const;

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
