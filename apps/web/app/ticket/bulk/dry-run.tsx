import '~/job/job.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Link, useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { JobBar } from '~/job/job-bar.tsx';
import { JobReasons } from '~/job/job-reasons.tsx';
import type { loader } from '~/job/job-route.ts';
import { isAtWork } from '~/job/job-state.ts';
import { useJobWords } from '~/job/use-job-words.ts';
import { tellTray } from '~/job/use-tray.ts';

const SOON_MILLISECONDS = 500;

interface DryRunProps {
  jobId: string;
  title: string;
  isDestructive: boolean;
  onBegun: () => void;
  onClose: () => void;
}

/** What would change, what would be left out and why, as the server finds out; then the button that does it. */
export function DryRun({ jobId, title, isDestructive, onBegun, onClose }: DryRunProps) {
  const { t } = useTranslation('job');
  const { load, data: job } = useFetcher<typeof loader>();
  const words = useJobWords();
  const starting = useSave(() => {
    tellTray();
    onBegun();
  }, '/jobs');
  const path = `/jobs/${encodeURIComponent(jobId)}`;
  const isMoving = job === undefined || isAtWork(job);
  useEffect(() => {
    if (!isMoving) return;
    load(path);
    const timer = setInterval(() => load(path), SOON_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isMoving, load, path]);
  const count = job?.doneCount ?? 0;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="dry-run-title">
      <DialogTitle id="dry-run-title">{title}</DialogTitle>
      <DialogContent className="bulk-fields">
        <FaultNote fault={starting.fault} />
        <p role="status">{isMoving ? t('bulk.trying') : t(count > 0 ? 'bulk.tried' : 'bulk.nothing')}</p>
        {job && isMoving && <JobBar job={job} />}
        {job && <p>{words.results(job)}</p>}
        {job && <JobReasons job={job} />}
        {isDestructive && <p className="small quiet">{t('bulk.noUndo')}</p>}
        <Link to={`/records/jobs/${encodeURIComponent(jobId)}`}>{t('bulk.seeRows')}</Link>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('bulk.back')}</Button>
        {job?.actions.includes('START') && (
          <Button
            variant="contained"
            color={isDestructive ? 'error' : 'primary'}
            aria-disabled={starting.isSaving}
            onClick={() => starting.save('START', { jobId })}
          >
            {isMoving ? t('act.START') : t(isDestructive ? 'bulk.doCancel' : 'bulk.do', { count })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
