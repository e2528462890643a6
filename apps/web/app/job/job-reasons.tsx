import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { JobDetail } from './job-operations.ts';

/** Why records were left as they are or refused, the most frequent first. */
export function JobReasons({ job }: { job: JobDetail }) {
  const { t } = useTranslation('job');
  const format = useFormat();
  if (job.reasons.length === 0) return null;
  return (
    <ul className="job-reasons" aria-label={t('reasons')}>
      {job.reasons.map(({ outcome, count, fault }) => (
        <li key={`${outcome} ${fault.code}`}>
          <b>{format.number(count)}</b>
          <span>
            {t(`outcome.${outcome}`)}: {fault.message}
          </span>
        </li>
      ))}
    </ul>
  );
}
