import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { Moment } from '~/format/moment.tsx';
import { JobBar } from './job-bar.tsx';
import type { JobFacts } from './job-operations.ts';
import { isExport } from './job-state.ts';
import { JobStatusChip } from './job-status.tsx';
import { useJobWords } from './use-job-words.ts';

/** A job's acts, each named by what it does. */
export function JobActs({ job, onDone }: { job: JobFacts; onDone: () => void }) {
  const { t } = useTranslation('job');
  const { save, fault, isSaving } = useSave(onDone, '/jobs');
  return (
    <>
      {job.actions.map((act) => (
        <Button
          key={act}
          size="small"
          variant={act === 'START' ? 'contained' : 'text'}
          color={act === 'START' ? 'primary' : undefined}
          className={act === 'CANCEL' ? 'tone-bad' : undefined}
          aria-disabled={isSaving}
          onClick={() => save(act, { jobId: job.id })}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
      <FaultNote fault={fault} />
    </>
  );
}

/** One job in the tray. */
export function JobCard({ job, onDone }: { job: JobFacts; onDone: () => void }) {
  const { t } = useTranslation('job');
  const words = useJobWords();
  return (
    <li className="job-card">
      <p className="job-title">
        <b className="spread">{words.title(job)}</b>
        <JobStatusChip job={job} />
      </p>
      {job.finishedAt === null ? (
        <JobBar job={job} />
      ) : (
        <p className="small quiet">
          {words.results(job)} · <Moment at={job.finishedAt} />
        </p>
      )}
      {job.fault && <p className="small tone-bad">{job.fault.message}</p>}
      <p className="job-acts">
        {job.file && (
          <Button size="small" component="a" href={job.file.url} download={job.file.name} startIcon={<Download />}>
            {job.file.name}
          </Button>
        )}
        <JobActs job={job} onDone={onDone} />
        {!isExport(job) && (
          <Button size="small" variant="text" component={Link} to={`/records/jobs/${encodeURIComponent(job.id)}`}>
            {t('results')}
          </Button>
        )}
      </p>
    </li>
  );
}
