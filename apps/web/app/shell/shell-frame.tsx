import './shell.css';
import '~/navigation/navigation.css';
import { useLocation } from '@remix-run/react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomTabs } from '~/navigation/bottom-tabs.tsx';
import { SystemBanner } from './system-banner.tsx';
import { NavRail } from '~/navigation/nav-rail.tsx';
import type { PaletteAction, PaletteSearch } from '~/palette/palette.tsx';
import type { ShellData } from './shell-data.ts';
import { SearchKey } from './search-key.tsx';
import { TopBar } from './top-bar.tsx';
import { usePageShortcuts } from '~/navigation/use-page-shortcuts.ts';
import { usePreferences } from '~/preference/preferences-context.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';

const Palette = lazy(() => import('~/palette/palette.tsx').then((module) => ({ default: module.Palette })));
const KeySheet = lazy(() => import('~/shortcut/key-sheet.tsx').then((module) => ({ default: module.KeySheet })));

interface ShellFrameProps {
  data: ShellData;
  search: PaletteSearch;
  actions: readonly PaletteAction[];
  /** The phone bar of those who may call. */
  phone?: ReactNode;
  /** Shown beside the page when the bell is pressed. */
  notifications: (close: () => void) => ReactNode;
  children: ReactNode;
}

type Layer = 'palette' | 'keys' | 'notifications' | null;

export function ShellFrame({ data, search, actions, phone, notifications, children }: ShellFrameProps) {
  const { t } = useTranslation('shell');
  const { preferences } = usePreferences();
  const [layer, setLayer] = useState<Layer>(null);
  const main = useRef<HTMLElement>(null);
  const close = useCallback(() => setLayer(null), []);
  const { pathname } = useLocation();
  useEffect(() => setLayer(null), [pathname]);

  usePageShortcuts(data.pages);
  useShortcuts([
    { keys: 'mod+k', label: t('keys.palette'), run: () => setLayer('palette') },
    { keys: 'sheet', label: t('keys.sheet'), run: () => setLayer('keys') },
  ]);

  return (
    <div className={`shell ${preferences.nav === 'rail' ? 'is-rail' : ''}`}>
      <a className="skip-link" href="#main" onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </a>
      <SearchKey page={main} onPalette={() => setLayer('palette')} />
      <NavRail data={data} />
      <TopBar
        data={data}
        phone={phone}
        areNotificationsOpen={layer === 'notifications'}
        onSearch={() => setLayer('palette')}
        onNotifications={() => setLayer(layer === 'notifications' ? null : 'notifications')}
        onKeys={() => setLayer('keys')}
      />
      <div className="sheet">
        <main id="main" ref={main} tabIndex={-1} className="sheet-page">
          {children}
        </main>
        <SystemBanner system={data.system} />
      </div>
      {layer === 'notifications' && notifications(close)}
      <BottomTabs pages={data.pages} />
      {/* No boundary stands here before it is needed: one that waits to be hydrated must not be updated. */}
      {layer === 'palette' && (
        <Suspense>
          <Palette pages={data.pages} actions={actions} search={search} onClose={close} />
        </Suspense>
      )}
      {layer === 'keys' && (
        <Suspense>
          <KeySheet onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
