import './me.css';
import { NavLink, Outlet } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

export const handle = { i18n: ['me'] };

const tabs = [
  { to: '/me', key: 'preferences' },
  { to: '/me/notifications', key: 'notifications' },
  { to: '/me/keyboard', key: 'keyboard' },
  { to: '/me/absence', key: 'absence' },
  { to: '/me/quick-replies', key: 'quickReplies' },
  { to: '/me/macros', key: 'macros' },
  { to: '/me/profile', key: 'profile' },
  { to: '/me/sessions', key: 'sessions' },
] as const;

export default function MeLayout() {
  const { t } = useTranslation('me');
  return (
    <div className="me">
      <nav className="tabs" aria-label={t('label')}>
        {tabs.map(({ to, key }) => (
          <NavLink key={to} to={to} end prefetch="intent">
            {t(`tab.${key}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
