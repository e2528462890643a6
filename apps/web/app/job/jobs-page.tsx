import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { JobBar } from './job-bar.tsx';
import { JobActs } from './job-card.tsx';
import { jobsQuery } from './job-operations.ts';
import { JobStatusChip } from './job-status.tsx';
import { useJobWords } from './use-job-words.ts';
import { useWhileAtWork } from './use-while-at-work.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  return executeOperation(request, jobsQuery, { after });
}

/** Every job that the person may see, and what came of it. */
export default function JobsPage() {
  const { t } = useTranslation('job');
  const { jobs } = useLoaderData<typeof loader>();
  const revalidate = useWhileAtWork(jobs.edges.map(({ node }) => node));
  const words = useJobWords();
  const { hasNextPage, endCursor } = jobs.pageInfo;
  return (
    <AdminPage title={t('title')}>
      <AdminTable
        label={t('title')}
        rows={jobs.edges.map((edge) => edge.node)}
        rowId={(job) => job.id}
        empty={t('empty')}
        columns={[
          {
            header: t('column.what'),
            cell: (job) => <Link to={`/records/jobs/${encodeURIComponent(job.id)}`}>{words.title(job)}</Link>,
          },
          { header: t('column.status'), cell: (job) => <JobStatusChip job={job} /> },
          {
            header: t('column.results'),
            cell: (job) => (job.finishedAt === null ? <JobBar job={job} /> : words.results(job)),
          },
          { header: t('column.by'), cell: (job) => job.createdBy?.name ?? '–' },
          { header: t('column.at'), cell: (job) => <Moment at={job.createdAt} /> },
          { header: t('column.acts'), cell: (job) => <JobActs job={job} onDone={revalidate} /> },
        ]}
      />
      {hasNextPage && endCursor && <Link to={`?after=${encodeURIComponent(endCursor)}`}>{t('more')}</Link>}
    </AdminPage>
  );
}
