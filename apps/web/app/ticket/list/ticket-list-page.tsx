import './ticket-list.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ArrowLeftRight, ChevronsUp, CircleCheck, Ellipsis, MessageSquareText, Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '~/export/export-button.tsx';
import { useNow } from '~/format/use-now.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import type { RowAction } from '~/list/record-column.ts';
import type { Selected } from '~/list/list-foot.tsx';
import { RecordList } from '~/list/record-list.tsx';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useRefresh } from '~/live/use-refresh.ts';
import { Keys } from '~/mark/keys.tsx';
import { givenTo } from '~/form/find-choices.ts';
import type { PickerChoice } from '~/form/picker-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import { useShell } from '~/shell/use-shell.ts';
import type { TicketAct } from '../act/act-operations.ts';
import type { BulkKind } from '../bulk/bulk-fields.tsx';
import { useTicketAct } from '../act/use-ticket-act.ts';
import { acceptableStep, reassignableStep } from '../ticket-row.ts';
import type { TicketRow } from '../ticket-row-fragment.ts';
import { ticketFactsQuery } from './list-operations.ts';
import { readTicketCounts } from './read-ticket-counts.server.ts';
import { readTickets } from './read-tickets.server.ts';
import { useTicketColumns } from './ticket-columns.tsx';
import { isTicketView, ticketViewKeys } from './ticket-views.ts';
import { rememberList } from './list-memory.ts';
import { useListViews } from '~/view/use-list-views.tsx';
import { useViewCounts } from '~/view/use-view-counts.ts';
import { useMoreRows } from '~/list/use-more-rows.ts';
import { useTicketFilters } from './use-ticket-filters.ts';

const BulkDialog = lazy(() => import('../bulk/bulk-dialog.tsx').then((module) => ({ default: module.BulkDialog })));
const TicketPreview = lazy(() => import('./ticket-preview.tsx').then((module) => ({ default: module.TicketPreview })));
const ReassignDialog = lazy(() =>
  import('../act/reassign-dialog.tsx').then((module) => ({ default: module.ReassignDialog })),
);

export const handle = { i18n: ['ticket', 'list', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const [list, facts, counts] = await Promise.all([
    readTickets(request),
    executeOperation(request, ticketFactsQuery),
    readTicketCounts(request),
  ]);
  return { list, facts, counts, now: Date.now() };
}

const ticketTo = (ticket: TicketRow) =>
  ticket.status === 'DRAFT' ? `/tickets/new?draft=${encodeURIComponent(ticket.id)}` : `/tickets/${ticket.number}`;

const isOfTickets = (kind: string) => kind === 'ticket';

export default function TicketListPage() {
  const { t } = useTranslation('ticket');
  const { list, facts, counts: loadedCounts, now: serverNow } = useLoaderData<typeof loader>();
  const { permissions } = useShell();
  const refresh = useRefresh();
  const act = useTicketAct();
  const toast = useToast();
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  const [reassigned, setReassigned] = useState<readonly string[] | null>(null);
  const [bulk, setBulk] = useState<{ kind: BulkKind; selected: Selected } | null>(null);
  const { rows, loadMore } = useMoreRows(list, '/tickets/more');
  const now = useNow(serverNow);

  useLiveEvents((event) => {
    const id = event.kind === 'ticket' ? event.change.ticket?.id : undefined;
    if (!id) return;
    if (rows.some((row) => row.id === id)) refresh();
    else setNews((before) => new Set(before).add(id));
  });
  const accept = useCallback(
    (tickets: readonly TicketRow[]) => {
      const acts = tickets.flatMap((ticket): TicketAct[] => {
        const stepId = acceptableStep(ticket);
        return stepId ? [{ kind: 'acceptStep', input: { ticketId: ticket.id, stepId } }] : [];
      });
      if (acts.length > 0) act.run(acts, t('told.accepted', { count: acts.length, number: tickets[0]?.number }));
    },
    [act, t],
  );
  const acceptOne = useCallback((ticket: TicketRow) => accept([ticket]), [accept]);
  const reassign = (ids: readonly string[], chosen: PickerChoice, reason: string | null) => {
    setReassigned(null);
    const acts = byId(ids).flatMap((ticket): TicketAct[] => {
      const stepId = reassignableStep(ticket);
      if (!stepId) return [];
      const input = { ticketId: ticket.id, stepId, ...givenTo(chosen), reason };
      return [{ kind: 'reassignStep', input }];
    });
    if (acts.length === 0) return toast(t('told.noneReassignable'));
    act.run(acts, t('told.reassigned', { count: acts.length, name: chosen.label }));
  };
  useEffect(() => rememberList(rows), [rows]);
  const columns = useTicketColumns({ now, onAccept: acceptOne, designed: list.designed });
  const byId = (ids: readonly string[]) => rows.filter((row) => ids.includes(row.id));
  const counts = useViewCounts('TICKETS', loadedCounts, isOfTickets);
  const own = useMemo(
    () =>
      ticketViewKeys.map((key) => ({
        id: key,
        label: t(`view.${key}`),
        count: counts[key] ?? null,
        isAlarming: key === 'overdue',
      })),
    [t, counts],
  );
  const { active } = list.views;
  const views = useListViews({ views: list.views, own, counts, shown: list.shown, path: '/tickets' });

  const rowActions = (ticket: TicketRow): RowAction[] => [
    ...(acceptableStep(ticket)
      ? [
          {
            id: 'accept',
            label: t('act.accept'),
            icon: CircleCheck,
            keys: 'list.accept' as const,
            run: () => acceptOne(ticket),
          },
        ]
      : []),
    ...(reassignableStep(ticket)
      ? [
          {
            id: 'reassign',
            label: t('act.reassign'),
            icon: ArrowLeftRight,
            keys: 'list.reassign' as const,
            run: () => setReassigned([ticket.id]),
          },
        ]
      : []),
  ];

  const shownQuery = { view: list.shown.view, filter: list.shown.filter };
  const newTicket = permissions.includes('ticket.create') && (
    <Button component={Link} to="/tickets/new" variant="contained" color="primary" startIcon={<Plus />}>
      {t('new')} <Keys keys="newTicket" />
    </Button>
  );
  return (
    <>
      <RecordList
        title={t('title')}
        actions={
          <>
            <ExportButton list="TICKETS" query={shownQuery} />
            {newTicket}
          </>
        }
        views={views.tabs}
        defaultView={active}
        viewActions={views.viewActions}
        isChanged={views.isChanged}
        saveActions={views.saveActions}
        filterFields={useTicketFilters(facts, list.designed, list.names)}
        viewFilters={list.viewFilters}
        columns={columns}
        chosenColumns={views.chosenColumns}
        onChooseColumns={views.chooseColumns}
        rows={rows}
        rowId={(ticket) => ticket.id}
        rowTo={ticketTo}
        total={list.total}
        empty={{ text: t(`empty.${isTicketView(active) ? active : 'all'}`), action: newTicket }}
        newCount={news.size}
        onShowNew={() => {
          setNews(new Set());
          refresh();
        }}
        rowActions={rowActions}
        preview={(ticket) => (
          <Suspense>
            <TicketPreview ticket={ticket} to={ticketTo(ticket)} now={now} onAccept={acceptOne} />
          </Suspense>
        )}
        onLoadMore={loadMore}
        onTryAgain={refresh}
        bulkActions={[
          {
            id: 'accept',
            label: t('act.accept'),
            icon: CircleCheck,
            run: (selected) =>
              selected.isWholeFilter ? setBulk({ kind: 'ACCEPT', selected }) : accept(byId(selected.ids)),
          },
          ...(
            [
              ['REASSIGN', t('act.reassign'), ArrowLeftRight],
              ['CHANGE_URGENCY', t('column.urgency'), ChevronsUp],
              ['COMMENT', t('bulk.note'), MessageSquareText],
              ['CANCEL', t('act.more'), Ellipsis],
            ] as const
          ).map(([kind, label, icon]) => ({
            id: kind,
            label,
            icon,
            run: (selected: Selected) => setBulk({ kind, selected }),
          })),
        ]}
      />
      {bulk && (
        <Suspense>
          <BulkDialog
            kind={bulk.kind}
            ids={bulk.selected.ids}
            whole={bulk.selected.isWholeFilter ? { query: shownQuery, total: list.total } : null}
            onBegun={() => {
              bulk.selected.clear();
              setBulk(null);
              toast(t('bulk.begun'));
            }}
            onClose={() => setBulk(null)}
          />
        </Suspense>
      )}
      {reassigned && (
        <Suspense>
          <ReassignDialog
            count={reassigned.length}
            onClose={() => setReassigned(null)}
            onChoose={(agent, reason) => reassign(reassigned, agent, reason)}
          />
        </Suspense>
      )}
    </>
  );
}
