import { CircleCheck, CircleDashed, CirclePause, CirclePlay, CircleX, OctagonAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '~/mark/chip.tsx';
import type { JobFacts } from './job-operations.ts';

const marks = {
  QUEUED: { icon: CircleDashed, tone: 'mute' },
  RUNNING: { icon: CirclePlay, tone: 'accent' },
  PAUSED: { icon: CirclePause, tone: 'mute' },
  COMPLETED: { icon: CircleCheck, tone: 'ok' },
  CANCELLED: { icon: CircleX, tone: 'mute' },
  FAILED: { icon: OctagonAlert, tone: 'bad' },
} as const satisfies Record<JobFacts['status'], { icon: typeof CircleX; tone: Tone }>;

/** A job's state; one of which every record failed is said to be that. */
export function JobStatusChip({ job }: { job: JobFacts }) {
  const { t } = useTranslation('job');
  const isAllFailed = job.status === 'COMPLETED' && job.totalCount > 0 && job.failedCount === job.totalCount;
  const { icon, tone } = marks[isAllFailed ? 'FAILED' : job.status];
  return (
    <Chip icon={icon} tone={tone} isPlain>
      {t(isAllFailed ? 'allFailed' : `status.${job.status}`)}
    </Chip>
  );
}
