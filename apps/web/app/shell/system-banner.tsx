import { TriangleAlert, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { ShellData } from './shell-data.ts';
import { useIsOnline } from './use-is-online.ts';

/** Docked under the page, where it moves nothing; leaves by itself. */
export function SystemBanner({ system }: Pick<ShellData, 'system'>) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const isOnline = useIsOnline();
  const Icon = isOnline ? TriangleAlert : WifiOff;
  const since = system?.since ? t('banner.since', { time: format.time(system.since) }) : '';
  const text = isOnline ? system && t(`banner.${system.state}`, { since }) : t('banner.offline');
  return (
    <div role="status">
      {text && (
        <p className="banner">
          <Icon className="tone-warn" />
          {text}
          {isOnline && system?.state === 'new_version' && (
            <button type="button" className="banner-action" onClick={() => window.location.reload()}>
              {t('banner.reload')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
