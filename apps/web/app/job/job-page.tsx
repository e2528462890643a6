import './job.css';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { Moment } from '~/format/moment.tsx';
import { Segments } from '~/mark/segments.tsx';
import { JobBar } from './job-bar.tsx';
import { JobActs } from './job-card.tsx';
import { JobReasons } from './job-reasons.tsx';
import { JobStatusChip } from './job-status.tsx';
import { readJob } from './read-job.server.ts';
import { useJobWords } from './use-job-words.ts';
import { useWhileAtWork } from './use-while-at-work.ts';

const outcomes = ['DONE', 'SKIPPED', 'FAILED', 'PENDING'] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const outcome = outcomes.find((each) => each === search.get('outcome')) ?? null;
  return { job: await readJob(request, params.id ?? '', { outcome, after: search.get('after') }) };
}

/** One job: how far it is, why records were left out, and what came of each. */
export default function JobPage() {
  const { t } = useTranslation('job');
  const { job } = useLoaderData<typeof loader>();
  const revalidate = useWhileAtWork([job]);
  const [search, setSearch] = useSearchParams();
  const words = useJobWords();
  const next = new URLSearchParams(search);
  if (job.rows.pageInfo.endCursor) next.set('after', job.rows.pageInfo.endCursor);
  return (
    <AdminPage title={words.title(job)} back="/records/jobs" actions={<JobActs job={job} onDone={revalidate} />}>
      <div className="job-facts">
        <p>
          <JobStatusChip job={job} /> {words.results(job)} · {job.createdBy?.name} · <Moment at={job.createdAt} />
        </p>
        {job.finishedAt === null && <JobBar job={job} />}
        {job.fault && <p className="tone-bad">{job.fault.message}</p>}
        {job.undoOf && (
          <p>
            <Link to={`/records/jobs/${encodeURIComponent(job.undoOf.id)}`}>{t('undoOf')}</Link>
          </p>
        )}
        <JobReasons job={job} />
        <Segments
          label={t('column.outcome')}
          value={search.get('outcome') ?? ''}
          options={['', ...outcomes].map((value) => ({
            value,
            label: value === '' ? t('everyRow') : t(`outcome.${value as 'DONE'}`),
          }))}
          onChange={(value) => setSearch(value ? { outcome: value } : {})}
        />
      </div>
      <AdminTable
        label={t('results')}
        rows={job.rows.edges.map((edge) => edge.node)}
        rowId={(row) => String(row.position)}
        empty={t('noRows')}
        columns={[
          {
            header: t('column.record'),
            cell: ({ ticket }) =>
              ticket ? (
                <Link to={`/tickets/${ticket.number}`}>
                  <span className="mono">{ticket.number}</span> {ticket.title}
                </Link>
              ) : (
                <span className="quiet">{t('notVisible')}</span>
              ),
          },
          { header: t('column.outcome'), cell: (row) => t(`outcome.${row.outcome}`) },
          { header: t('column.why'), cell: (row) => row.fault?.message ?? '–' },
          { header: t('column.at'), cell: (row) => (row.at ? <Moment at={row.at} /> : '–') },
        ]}
      />
      {job.rows.pageInfo.hasNextPage && <Link to={`?${next}`}>{t('more')}</Link>}
    </AdminPage>
  );
}
