import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { executeOperation } from '~/graphql/execute.server.ts';
import { jobsQuery } from '~/job/job-operations.ts';
import { JobTablePage } from '~/job/job-table-page.tsx';
import { useJobWords } from '~/job/use-job-words.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  return executeOperation(request, jobsQuery, { after, isExport: true });
}

/** The person's exports and their files, as long as these are kept. */
export default function ExportsPage() {
  const { t } = useTranslation('job');
  const { jobs } = useLoaderData<typeof loader>();
  const words = useJobWords();
  return (
    <JobTablePage
      title={t('export.page')}
      jobs={jobs}
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
      ]}
    />
  );
}
