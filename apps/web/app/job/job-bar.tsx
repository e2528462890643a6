import './job.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { JobFacts } from './job-operations.ts';
import { isAtWork, secondsLeft, workedCount } from './job-state.ts';
import { useJobWords } from './use-job-words.ts';

/** How far a job is: a bar, the numbers, and how long it takes still. */
export function JobBar({ job }: { job: JobFacts }) {
  const { t } = useTranslation('job');
  const words = useJobWords();
  const format = useFormat();
  const left = secondsLeft(job);
  const worked = workedCount(job);
  return (
    <div className="job-bar">
      <progress
        aria-label={words.title(job)}
        max={Math.max(1, job.totalCount)}
        value={isAtWork(job) && !job.isCounted ? undefined : worked}
      />
      <span className="small quiet">
        {words.progress(job)}
        {left !== null && ` · ${t('left', { time: format.duration(left) })}`}
      </span>
    </div>
  );
}
