import Tooltip from '@mui/material/Tooltip';
import { Link, NavLink, useLocation } from '@remix-run/react';
import { Headset, PanelLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { orderPages, pageAt, pageGroups, type AllowedPage } from './pages.ts';
import { useChangePreference, usePreferences } from '~/preference/preferences-context.tsx';
import type { ShellData } from '~/shell/shell-data.ts';

interface NavItemProps {
  page: AllowedPage;
  count: number | undefined;
  isRail: boolean;
  /** The address is under this page, or under another tab of its section. */
  isHere: boolean;
}

function NavItem({ page, count, isRail, isHere }: NavItemProps) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { id, to, icon: Icon } = page;
  const link = (
    <Link
      to={to}
      prefetch="intent"
      className={isHere ? 'nav-item active' : 'nav-item'}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon size={isRail ? 20 : 16} />
      <span className="nav-word">{t(`page.${id}`)}</span>
      {count !== undefined && count > 0 && <span className={isRail ? 'badge' : 'count'}>{format.number(count)}</span>}
    </Link>
  );
  return isRail ? (
    <Tooltip title={t(`page.${id}`)} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

export function NavRail({ data }: { data: ShellData }) {
  const { t } = useTranslation('shell');
  const { preferences } = usePreferences();
  const change = useChangePreference();
  const here = pageAt(useLocation().pathname);
  const isRail = preferences.nav === 'rail';
  const allowed = orderPages(data.pages);
  const groups = pageGroups
    .map((group) => ({ group, members: allowed.filter((page) => page.group === group) }))
    .filter(({ members }) => members.length > 0);
  const toggle = t(isRail ? 'nav.widen' : 'nav.narrow');
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <NavLink to="/" className="brand" title={isRail ? data.companyName : undefined}>
        <span className="brand-mark">
          <Headset />
        </span>
        <span className="nav-word">{data.companyName}</span>
      </NavLink>
      <div className="nav-groups">
        {groups.map(({ group, members }) => (
          <div key={group} role="group" aria-label={t(`group.${group}`)} className="nav-group">
            <div className="nav-heading" aria-hidden="true">
              {t(`group.${group}`)}
            </div>
            {members.map((page) => (
              <NavItem
                key={page.id}
                page={page}
                count={data.counts[page.id]}
                isRail={isRail}
                isHere={page.id === here}
              />
            ))}
          </div>
        ))}
      </div>
      <Tooltip title={isRail ? toggle : ''} placement="right">
        <button
          type="button"
          className="nav-item nav-toggle"
          aria-expanded={!isRail}
          onClick={() => change({ nav: isRail ? 'full' : 'rail' })}
        >
          <PanelLeft />
          <span className="nav-word">{toggle}</span>
        </button>
      </Tooltip>
    </nav>
  );
}
