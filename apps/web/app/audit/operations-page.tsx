import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { AdminTable } from '~/admin/admin-table.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { graphql } from '~/graphql/graphql.ts';
import { ActionWords, SubjectLink } from './audit-words.tsx';

const auditQuery = graphql(`
  query AuditEntries($filter: AuditFilter, $after: String) {
    auditEntries(first: 100, after: $after, filter: $filter) {
      totalCount {
        value
        isExact
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          action
          subjectType
          subjectId
          changes
          ip
          actor {
            id
            name
          }
        }
      }
    }
  }
`);

const isNothing = (changes: unknown) => typeof changes === 'object' && Object.keys(changes ?? {}).length === 0;

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const text = search.get('q')?.trim();
  const filter = text ? { or: [{ action: { contains: text } }, { subjectType: { contains: text } }] } : null;
  const { auditEntries } = await executeOperation(request, auditQuery, { filter, after: search.get('after') });
  return { auditEntries };
}

export default function OperationsPage() {
  const { t } = useTranslation('admin');
  const { auditEntries } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (auditEntries.pageInfo.endCursor) next.set('after', auditEntries.pageInfo.endCursor);
  return (
    <AdminPage title={t('tab.operations')}>
      <Form role="search" className="admin-filter">
        <TextInput name="q" label={t('audit.search')} defaultValue={search.get('q') ?? ''} />
        <Button type="submit">{t('filter.apply')}</Button>
      </Form>
      <AdminTable
        label={t('tab.operations')}
        rows={auditEntries.edges.map((edge) => edge.node)}
        rowId={(entry) => entry.id}
        empty={t('audit.empty')}
        columns={[
          { header: t('audit.action'), cell: (entry) => <ActionWords action={entry.action} /> },
          { header: t('audit.at'), cell: (entry) => <Moment at={entry.at} /> },
          { header: t('audit.actor'), cell: (entry) => entry.actor?.name ?? t('audit.system') },
          {
            header: t('audit.subject'),
            cell: (entry) => <SubjectLink type={entry.subjectType} id={entry.subjectId} />,
          },
          {
            header: t('audit.changes'),
            cell: (entry) =>
              isNothing(entry.changes) ? (
                '–'
              ) : (
                <details>
                  <summary>{t('audit.show')}</summary>
                  <pre className="mono admin-json">{JSON.stringify(entry.changes, null, 2)}</pre>
                </details>
              ),
          },
          { header: t('audit.ip'), cell: (entry) => entry.ip ?? '–' },
        ]}
      />
      {auditEntries.pageInfo.hasNextPage && <Link to={`?${next}`}>{t('more')}</Link>}
    </AdminPage>
  );
}
