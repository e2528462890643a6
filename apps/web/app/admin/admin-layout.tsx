import '~/list/list.css';
import './admin.css';
import { may } from '@handoff/core/identity/actor';
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { NavLink, Outlet, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { contextOf } from '~/graphql/context.server.ts';
import { adminSections, sectionAt } from '~/navigation/admin-sections.ts';
import { pages } from '~/navigation/pages.ts';
import { ErrorPage } from '~/shell/error-page.tsx';
import { useShell } from '~/shell/use-shell.ts';

export const handle = { i18n: ['admin', 'form', 'list'] };

/** The pages that stand alone, without tabs. */
const others = [
  { to: '/external-forms', right: 'external_form.manage' },
  { to: '/ticket-types', right: 'ticket_type.manage' },
  { to: '/admin/channels', right: 'channel.manage' },
] as const;

/** Refuses whoever lacks the right of the page; what is in it is checked again where it is read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  const guarded = [...adminSections.people, ...adminSections.settings, ...others];
  const page = guarded.find(({ to }) => pathname.startsWith(to));
  const { actor } = await contextOf(request);
  if (!page || may(actor, page.right)) return null;
  // The navigation leads to one tab of a section; whoever may not open that begins with the first that they may.
  const section = sectionAt(pathname);
  const isEntry = section && pages[section].to === pathname;
  const open = isEntry && adminSections[section].find(({ right }) => may(actor, right));
  throw open ? redirect(open.to) : new Response(null, { status: 403 });
}

/** The tabs of the section that a page of administration belongs to, as far as the person's rights go. */
export default function AdminLayout() {
  const { t } = useTranslation('admin');
  const { permissions } = useShell();
  const { pathname } = useLocation();
  const section = sectionAt(pathname);
  return (
    <div className="admin">
      {section && (
        <nav className="tabs" aria-label={t('tabs')}>
          {adminSections[section]
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
