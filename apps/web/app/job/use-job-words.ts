import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { JobFacts } from './job-operations.ts';
import { isExport, workedCount } from './job-state.ts';

/** What a job does and how far it is, in words. */
export function useJobWords() {
  const { t } = useTranslation('job');
  const format = useFormat();
  const title = ({ operation, change, isDryRun }: JobFacts): string => {
    const urgency = change?.urgency ? t(`urgency.${change.urgency as 'HIGH'}`) : '';
    if (operation === 'EXPORT_TICKETS' || operation === 'EXPORT_CUSTOMERS') return t(`what.${operation}`);
    const what =
      operation === 'UNDO_TICKET_CHANGES' || !change
        ? t('what.undo')
        : t(`what.${change.kind}`, { name: (change.toAgent ?? change.toGroup)?.name ?? '', urgency });
    return isDryRun ? t('dryRun', { what }) : what;
  };
  const progress = (job: JobFacts): string =>
    t(job.isCounted ? 'progress' : 'counting', {
      done: format.number(workedCount(job)),
      total: format.number(job.totalCount),
    });
  const results = (job: JobFacts): string =>
    isExport(job) ? t('count.rows', { number: format.number(job.doneCount) }) : counts(job);
  const counts = (job: JobFacts): string =>
    [
      t(job.isDryRun ? 'count.wouldChange' : 'count.done', { number: format.number(job.doneCount) }),
      ...(job.skippedCount > 0 ? [t('count.skipped', { number: format.number(job.skippedCount) })] : []),
      ...(job.failedCount > 0 ? [t('count.failed', { number: format.number(job.failedCount) })] : []),
    ].join(' · ');
  return { title, progress, results };
}
