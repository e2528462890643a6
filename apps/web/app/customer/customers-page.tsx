import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useRevalidator } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import { ExportButton } from '~/export/export-button.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import type { RecordColumn } from '~/list/record-column.ts';
import { RecordList } from '~/list/record-list.tsx';
import { Chip } from '~/mark/chip.tsx';
import { useShell } from '~/shell/use-shell.ts';
import { customerKinds, customerLevels } from './customer-choices.ts';
import { rememberCustomers } from './customer-memory.ts';
import { customerOwnersQuery } from './customer-operations.ts';
import { apiName } from '@handoff/core/customer/listed-facts';
import { formFacts, readLists, type ListedValue } from './customer-lists.ts';
import { readCustomers, type CustomerRow } from './read-customers.server.ts';
import { useListViews } from '~/view/use-list-views.tsx';
import { designedFilters } from '~/ticket/list/designed-filter.ts';
import { useViewCounts } from '~/view/use-view-counts.ts';
import { useMoreRows } from '~/list/use-more-rows.ts';

export const handle = { i18n: ['customer', 'list', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const [list, { agents, tags, ...owners }] = await Promise.all([
    readCustomers(request),
    executeOperation(request, customerOwnersQuery),
  ]);
  return { list, owners: agents.edges.map((edge) => edge.node), tags, lists: readLists(owners) };
}

function useColumns(types: readonly ListedValue[]): RecordColumn<CustomerRow>[] {
  const { t } = useTranslation('customer');
  return [
    {
      id: 'name',
      header: t('field.name'),
      track: 'minmax(150px, 2fr)',
      cell: (row) => row.name,
      isSortable: true,
      onPhone: 'title',
    },
    {
      id: 'phone',
      header: t('field.phone'),
      track: '132px',
      cell: (row) => row.phones[0]?.national ?? row.phones[0]?.masked ?? '–',
      onPhone: 'fixed',
    },
    {
      id: 'company',
      header: t('field.company'),
      track: 'minmax(104px, 1fr)',
      cell: (row) => row.company ?? '–',
      onPhone: 'detail',
    },
    { id: 'kind', header: t('field.kind'), track: '100px', cell: (row) => t(`kind.${row.kind}`), onPhone: 'hidden' },
    {
      id: 'type',
      header: t('field.type'),
      track: '124px',
      cell: (row) => types.find(({ value }) => value === row.type)?.label ?? row.type ?? '–',
      onPhone: 'hidden',
    },
    {
      id: 'level',
      header: t('field.level'),
      track: '92px',
      cell: (row) =>
        row.level ? <Chip tone={row.level === 'GOLD' ? 'plum' : 'mute'}>{t(`level.${row.level}`)}</Chip> : '–',
      onPhone: 'end',
    },
    {
      id: 'region',
      header: t('field.region'),
      track: 'minmax(88px, 1fr)',
      cell: (row) => row.region ?? '–',
      onPhone: 'hidden',
    },
    {
      id: 'tags',
      header: t('field.tag'),
      track: 'minmax(80px, 1fr)',
      cell: (row) => row.tags.map(({ name }) => name).join(t('comma')) || '–',
      onPhone: 'hidden',
    },
    {
      id: 'owner',
      header: t('field.owner'),
      track: '120px',
      cell: (row) => row.owner?.name ?? <span className="quiet">{t('nobody')}</span>,
      onPhone: 'last',
    },
    {
      id: 'contact',
      header: t('field.lastContact'),
      track: '112px',
      cell: (row) => (row.lastContactAt ? <Moment at={row.lastContactAt} /> : '–'),
      isSortable: true,
      onPhone: 'hidden',
    },
  ];
}

/** Records that a chosen field refers to are named once they are looked for. */
const noNames: never[] = [];

/** Those of saved views come with the views. */
const noCounts = {};

/** A call may have made a customer. */
const isOfCalls = (kind: string) => kind === 'call';

export default function CustomersPage() {
  const { t } = useTranslation('customer');
  const { list, owners, tags, lists } = useLoaderData<typeof loader>();
  const { permissions } = useShell();
  const { revalidate } = useRevalidator();
  const { rows, loadMore } = useMoreRows(list, '/customers/more');
  useEffect(() => rememberCustomers(rows), [rows]);
  const counts = useViewCounts('CUSTOMERS', noCounts, isOfCalls);
  const own = useMemo(() => [{ id: 'all', label: t('view.all'), count: null }], [t]);
  const columns = useColumns(lists.type);
  const views = useListViews({ views: list.views, own, counts, shown: list.shown, path: '/customers' });
  const choices = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  const newCustomer = permissions.includes('customer.write') && (
    <Button component={Link} to="/customers/new" variant="contained" color="primary" startIcon={<Plus />}>
      {t('new')}
    </Button>
  );
  return (
    <RecordList
      title={t('title')}
      actions={
        <>
          <ExportButton list="CUSTOMERS" query={{ filter: list.shown.filter }} />
          {newCustomer}
        </>
      }
      filterFields={[
        { id: 'search', label: t('field.search'), kind: 'text', operators: ['contains'] },
        { id: 'phone', label: t('field.phone'), kind: 'text', operators: ['contains'] },
        { id: 'name', label: t('field.name'), kind: 'text' },
        { id: 'company', label: t('field.company'), kind: 'text' },
        {
          id: 'kind',
          label: t('field.kind'),
          kind: 'choice',
          options: choices(customerKinds, (kind) => t(`kind.${kind}`)),
        },
        {
          id: 'level',
          label: t('field.level'),
          kind: 'choice',
          options: choices(customerLevels, (level) => t(`level.${level}`)),
        },
        ...formFacts.map((fact) => ({
          id: apiName(fact),
          label: t(`field.${fact}`),
          kind: 'choice' as const,
          options: lists[fact],
        })),
        {
          id: 'owner',
          label: t('field.owner'),
          kind: 'choice',
          options: owners.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          id: 'tag',
          label: t('field.tag'),
          kind: 'choice',
          options: tags.map(({ id, path }) => ({ value: id, label: path })),
        },
        ...designedFilters(list.designed, t('filterChosen'), noNames),
      ]}
      views={views.tabs}
      defaultView={list.views.active}
      viewActions={views.viewActions}
      isChanged={views.isChanged}
      saveActions={views.saveActions}
      viewFilters={list.viewFilters}
      columns={columns}
      chosenColumns={views.chosenColumns}
      onChooseColumns={views.chooseColumns}
      rows={rows}
      rowId={(row) => row.id}
      rowTo={(row) => `/customers/${encodeURIComponent(row.id)}`}
      total={list.total}
      empty={{ text: t('empty'), action: newCustomer }}
      onLoadMore={loadMore}
      onTryAgain={revalidate}
    />
  );
}
