import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { JobBar } from '~/job/job-bar.tsx';
import { JobActs } from '~/job/job-card.tsx';
import { jobsQuery } from '~/job/job-operations.ts';
import { JobStatusChip } from '~/job/job-status.tsx';
import { useJobWords } from '~/job/use-job-words.ts';
import { useWhileAtWork } from '~/job/use-while-at-work.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  return executeOperation(request, jobsQuery, { after, isExport: true });
}

/** The person's exports and their files, as long as these are kept. */
export default function ExportsPage() {
  const { t } = useTranslation('job');
  const { jobs } = useLoaderData<typeof loader>();
  const revalidate = useWhileAtWork(jobs.edges.map(({ node }) => node));
  const words = useJobWords();
  const { hasNextPage, endCursor } = jobs.pageInfo;
  return (
    <AdminPage title={t('export.page')}>
      <AdminTable
        label={t('export.page')}
        rows={jobs.edges.map((edge) => edge.node)}
        rowId={(job) => job.id}
        empty={t('empty')}
        columns={[
          { header: t('column.what'), cell: (job) => words.title(job) },
          {
            header: t('export.file'),
            cell: (job) =>
              job.file ? (
                <a href={job.file.url} download={job.file.name}>
                  {job.file.name}
                </a>
              ) : (
                <span className="quiet">{job.status === 'COMPLETED' ? t('export.gone') : '–'}</span>
              ),
          },
          { header: t('column.status'), cell: (job) => <JobStatusChip job={job} /> },
          {
            header: t('column.results'),
            cell: (job) => job.fault?.message ?? (job.finishedAt === null ? <JobBar job={job} /> : words.results(job)),
          },
          { header: t('column.at'), cell: (job) => <Moment at={job.createdAt} /> },
          { header: t('column.acts'), cell: (job) => <JobActs job={job} onDone={revalidate} /> },
        ]}
      />
      {hasNextPage && endCursor && <Link to={`?after=${encodeURIComponent(endCursor)}`}>{t('more')}</Link>}
    </AdminPage>
  );
}
