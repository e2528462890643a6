import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useLocation } from '@remix-run/react';
import { ListChecks } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTray } from './use-tray.ts';

const JobPanel = lazy(() => import('./job-panel.tsx').then((module) => ({ default: module.JobPanel })));

/** Where long work shows, on every page: how many jobs run, and behind the button what they do. */
export function JobTray() {
  const { t } = useTranslation('job');
  const [isOpen, setIsOpen] = useState(false);
  const { jobs, running, read } = useTray();
  const { pathname } = useLocation();
  useEffect(() => setIsOpen(false), [pathname]);
  const name = running > 0 ? t('tray.running', { count: running }) : t('tray.none');
  return (
    <>
      <Tooltip title={name}>
        <IconButton
          className="job-tray"
          aria-label={name}
          aria-expanded={isOpen}
          onClick={() => {
            read();
            setIsOpen(!isOpen);
          }}
        >
          <ListChecks />
          {running > 0 && (
            <span className="badge" aria-hidden="true">
              {running}
            </span>
          )}
        </IconButton>
      </Tooltip>
      {isOpen && (
        <Suspense>
          <JobPanel jobs={jobs} onDone={read} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
