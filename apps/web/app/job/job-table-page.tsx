import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable, type AdminColumn } from '~/admin/admin-table.tsx';
import { Moment } from '~/format/moment.tsx';
import { JobBar } from './job-bar.tsx';
import { JobActs } from './job-card.tsx';
import type { JobFacts } from './job-operations.ts';
import { JobStatusChip } from './job-status.tsx';
import { useJobWords } from './use-job-words.ts';
import { useWhileAtWork } from './use-while-at-work.ts';

interface JobTablePageProps {
  title: string;
  jobs: {
    edges: readonly { node: JobFacts }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  /** What stands before how far each is, and after it. */
  columns: readonly AdminColumn<JobFacts>[];
  moreColumns?: readonly AdminColumn<JobFacts>[];
}

/** A page of jobs, each with how far it is, what came of it and what can be done with it. */
export function JobTablePage({ title, jobs, columns, moreColumns = [] }: JobTablePageProps) {
  const { t } = useTranslation('job');
  const rows = jobs.edges.map(({ node }) => node);
  const refresh = useWhileAtWork(rows);
  const words = useJobWords();
  const { hasNextPage, endCursor } = jobs.pageInfo;
  return (
    <AdminPage title={title}>
      <AdminTable
        label={title}
        rows={rows}
        rowId={(job) => job.id}
        empty={t('empty')}
        columns={[
          ...columns,
          { header: t('column.status'), cell: (job) => <JobStatusChip job={job} /> },
          {
            header: t('column.results'),
            cell: (job) => job.fault?.message ?? (job.finishedAt === null ? <JobBar job={job} /> : words.results(job)),
          },
          ...moreColumns,
          { header: t('column.at'), cell: (job) => <Moment at={job.createdAt} /> },
          { header: t('column.acts'), cell: (job) => <JobActs job={job} onDone={refresh} /> },
        ]}
      />
      {hasNextPage && endCursor && <Link to={`?after=${encodeURIComponent(endCursor)}`}>{t('more')}</Link>}
    </AdminPage>
  );
}
