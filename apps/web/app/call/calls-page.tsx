import './call.css';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import type { RecordColumn } from '~/list/record-column.ts';
import { RecordList } from '~/list/record-list.tsx';
import { useMoreRows } from '~/list/use-more-rows.ts';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useRefresh } from '~/live/use-refresh.ts';
import { readViewChoices } from '~/view/read-views.server.ts';
import { useViewChoices } from '~/view/use-view-choices.ts';
import { ErrorPage } from '~/shell/error-page.tsx';
import { CallMark } from './call-mark.tsx';
import type { CallRow } from './call-operations.ts';
import { callViews } from './call-views.ts';
import { readCalls } from './read-calls.server.ts';

export const handle = { i18n: ['call', 'list', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const [calls, choices] = await Promise.all([readCalls(request), readViewChoices(request, 'callViews')]);
  return { ...calls, choices };
}

function useColumns(): RecordColumn<CallRow>[] {
  const { t } = useTranslation('call');
  const format = useFormat();
  return [
    {
      id: 'caller',
      header: t('column.caller'),
      track: 'minmax(150px, 2fr)',
      cell: (row) => (
        <span className="call-caller">
          {row.direction === 'INBOUND' ? (
            <PhoneIncoming size={14} aria-label={t('direction.INBOUND')} />
          ) : (
            <PhoneOutgoing size={14} aria-label={t('direction.OUTBOUND')} />
          )}
          <span className="cut">{row.customer?.name ?? t('unknown')}</span>
        </span>
      ),
      onPhone: 'title',
    },
    {
      id: 'number',
      header: t('column.number'),
      track: '130px',
      cell: (row) => row.customerNumber.national ?? row.customerNumber.masked,
      onPhone: 'fixed',
    },
    {
      id: 'status',
      header: t('column.status'),
      track: '130px',
      cell: (row) => <CallMark call={row} />,
      onPhone: 'end',
    },
    {
      id: 'agent',
      header: t('column.agent'),
      track: 'minmax(110px, 1fr)',
      cell: (row) => row.agent?.name ?? '–',
      onPhone: 'hidden',
    },
    {
      id: 'group',
      header: t('column.group'),
      track: 'minmax(110px, 1fr)',
      cell: (row) => row.group?.name ?? '–',
      onPhone: 'hidden',
    },
    {
      id: 'started',
      header: t('column.started'),
      track: '92px',
      cell: (row) => <Moment at={row.startedAt} />,
      onPhone: 'last',
    },
    {
      id: 'waited',
      header: t('column.waited'),
      track: '68px',
      isRight: true,
      cell: (row) => format.clock(row.waitedSeconds),
      onPhone: 'hidden',
    },
    {
      id: 'talked',
      header: t('column.talked'),
      track: '68px',
      isRight: true,
      cell: (row) => (row.answeredAt ? format.clock(row.talkSeconds) : '–'),
      onPhone: 'hidden',
    },
    {
      id: 'disposition',
      header: t('column.disposition'),
      track: 'minmax(110px, 1fr)',
      cell: (row) => row.dispositionLabel?.text ?? '–',
      onPhone: 'hidden',
    },
    {
      id: 'ticket',
      header: t('column.ticket'),
      track: '140px',
      cell: (row) => (row.ticket ? <span className="mono">{row.ticket.number}</span> : '–'),
      onPhone: 'hidden',
    },
  ];
}

/** Every call in the viewer's scope, newest first. What happens meanwhile waits until it is asked for. */
export default function CallsPage() {
  const { t } = useTranslation('call');
  const { list, view, groups, agents, choices } = useLoaderData<typeof loader>();
  const refresh = useRefresh();
  const columns = useViewChoices('callViews', choices, view);
  const { rows, loadMore } = useMoreRows(list, '/calls/more');
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  useLiveEvents((event) => {
    const id = event.kind === 'call' ? event.change.call?.id : undefined;
    if (id) setNews((before) => new Set(before).add(id));
  });
  const directions = ['INBOUND', 'OUTBOUND'] as const;
  return (
    <RecordList
      title={t('title')}
      views={callViews.map((id) => ({ id, label: t(`view.${id}`), count: null }))}
      defaultView={view}
      filterFields={[
        { id: 'phone', label: t('column.number'), kind: 'text', operators: ['contains'] },
        {
          id: 'direction',
          label: t('column.direction'),
          kind: 'choice',
          options: directions.map((value) => ({ value, label: t(`direction.${value}`) })),
        },
        { id: 'agent', label: t('column.agent'), kind: 'choice', options: agents },
        { id: 'group', label: t('column.group'), kind: 'choice', options: groups },
        { id: 'started', label: t('column.started'), kind: 'date' },
      ]}
      viewFilters={[]}
      columns={useColumns()}
      chosenColumns={columns.chosenColumns}
      onChooseColumns={columns.chooseColumns}
      rows={rows}
      rowId={(row) => row.id}
      rowTo={(row) => `/calls/${encodeURIComponent(row.id)}`}
      total={list.total}
      empty={{ text: t('empty') }}
      newCount={news.size}
      onShowNew={() => {
        setNews(new Set());
        refresh();
      }}
      onLoadMore={loadMore}
      onTryAgain={refresh}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
