import type { JobFacts } from './job-operations.ts';

/** Not over, and not resting. */
export const isAtWork = ({ status }: Pick<JobFacts, 'status'>): boolean => status === 'QUEUED' || status === 'RUNNING';

/** Writes a file. */
export const isExport = ({ operation }: Pick<JobFacts, 'operation'>): boolean => operation.startsWith('EXPORT_');

export const workedCount = ({ doneCount, skippedCount, failedCount }: JobFacts): number =>
  doneCount + skippedCount + failedCount;

/** How long it takes still (seconds), by how fast it has been so far; null while that says little. */
export function secondsLeft(job: JobFacts): number | null {
  const worked = workedCount(job);
  if (job.status !== 'RUNNING' || !job.isCounted || !job.startedAt || worked < 20) return null;
  const seconds = (Date.parse(job.updatedAt) - Date.parse(job.startedAt)) / 1000;
  return Math.ceil((seconds / worked) * (job.totalCount - worked));
}
