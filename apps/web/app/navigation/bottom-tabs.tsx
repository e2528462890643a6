import { NavLink } from '@remix-run/react';
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { orderPages, type PageKey } from './pages.ts';

const onPhones: readonly PageKey[] = ['workbench', 'tickets', 'customers'];

/** The navigation on a phone; records put their action bar in its place. */
export function BottomTabs({ pages }: { pages: readonly PageKey[] }) {
  const { t } = useTranslation('shell');
  return (
    <nav className="bottom-tabs" aria-label={t('nav.label')}>
      {orderPages(pages.filter((page) => onPhones.includes(page))).map(({ id, to, icon: Icon }) => (
        <NavLink key={id} to={to}>
          <Icon size={20} />
          {t(`page.${id}`)}
        </NavLink>
      ))}
      <NavLink to="/me">
        <UserRound size={20} />
        {t('page.me')}
      </NavLink>
    </nav>
  );
}
