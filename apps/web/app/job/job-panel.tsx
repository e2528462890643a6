import './job.css';
import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '~/panel/side-panel.tsx';
import { JobCard } from './job-card.tsx';
import type { JobFacts } from './job-operations.ts';

interface JobPanelProps {
  jobs: readonly JobFacts[];
  onDone: () => void;
  onClose: () => void;
}

/** The person's latest jobs; they go on without this page. */
export function JobPanel({ jobs, onDone, onClose }: JobPanelProps) {
  const { t } = useTranslation('job');
  return (
    <SidePanel
      title={t('title')}
      onClose={onClose}
      actions={
        <Button size="small" variant="text" component={Link} to="/records/jobs">
          {t('all')}
        </Button>
      }
    >
      {jobs.length === 0 && <p className="job-empty quiet">{t('empty')}</p>}
      <ul>
        {jobs.map((job) => (
          <JobCard key={job.id} job={job} onDone={onDone} />
        ))}
      </ul>
    </SidePanel>
  );
}
