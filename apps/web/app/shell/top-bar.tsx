import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useLocation } from '@remix-run/react';
import { Bell, CircleQuestionMark, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobTray } from '~/job/job-tray.tsx';
import { pageAt } from '~/navigation/pages.ts';
import { Keys } from '~/mark/keys.tsx';
import { LanguageButton } from '~/preference/language-button.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import type { ShellData } from './shell-data.ts';
import { ThemeButton } from '~/preference/theme-button.tsx';

interface TopBarProps {
  data: ShellData;
  phone?: ReactNode;
  areNotificationsOpen: boolean;
  onSearch: () => void;
  onNotifications: () => void;
  onKeys: () => void;
}

export function TopBar({ data, phone, areNotificationsOpen, onSearch, onNotifications, onKeys }: TopBarProps) {
  const { t } = useTranslation('shell');
  const unread = data.unreadNotifications;
  const bellName = unread > 0 ? t('bell.unread', { count: unread }) : t('bell.none');
  const { pathname } = useLocation();
  const page = pageAt(pathname);
  return (
    <header className="top">
      {page && (
        <span className="top-title cut" aria-hidden="true">
          {t(`page.${page}`)}
        </span>
      )}
      <button type="button" className="search-box" aria-keyshortcuts="Control+K Meta+K" onClick={onSearch}>
        <Search />
        <span className="search-word">{t('search.placeholder')}</span>
        <Keys keys="mod+k" />
      </button>
      <span className="spread" />
      {phone}
      <JobTray />
      <Tooltip title={bellName}>
        <IconButton aria-label={bellName} aria-expanded={areNotificationsOpen} onClick={onNotifications}>
          <Bell />
          {unread > 0 && (
            <span className="badge" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </IconButton>
      </Tooltip>
      <span className="wide-only">
        <Tooltip title={t('keys.sheet')}>
          <IconButton aria-label={t('keys.sheet')} onClick={onKeys}>
            <CircleQuestionMark />
          </IconButton>
        </Tooltip>
        <LanguageButton />
        <ThemeButton />
      </span>
      <ProfileMenu viewer={data.viewer} />
    </header>
  );
}
