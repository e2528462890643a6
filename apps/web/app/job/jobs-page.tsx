import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { executeOperation } from '~/graphql/execute.server.ts';
import { jobsQuery } from './job-operations.ts';
import { JobTablePage } from './job-table-page.tsx';
import { useJobWords } from './use-job-words.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  return executeOperation(request, jobsQuery, { after });
}

/** Every job that the person may see, and what came of it. */
export default function JobsPage() {
  const { t } = useTranslation('job');
  const { jobs } = useLoaderData<typeof loader>();
  const words = useJobWords();
  return (
    <JobTablePage
      title={t('title')}
      jobs={jobs}
      columns={[
        {
          header: t('column.what'),
          cell: (job) => <Link to={`/records/jobs/${encodeURIComponent(job.id)}`}>{words.title(job)}</Link>,
        },
      ]}
      moreColumns={[{ header: t('column.by'), cell: (job) => job.createdBy?.name ?? '–' }]}
    />
  );
}
