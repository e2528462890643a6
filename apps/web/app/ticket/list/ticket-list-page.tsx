import './ticket-list.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useRevalidator } from '@remix-run/react';
import { ArrowLeftRight, CircleCheck, Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '~/format/use-now.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readColumnChoice } from '~/list/columns/column-choice.server.ts';
import type { RowAction } from '~/list/record-column.ts';
import { useListUrl } from '~/list/use-list-url.ts';
import { RecordList } from '~/list/record-list.tsx';
import { useLiveEvents } from '~/live/live-events.tsx';
import { Keys } from '~/mark/keys.tsx';
import type { PickerChoice } from '~/form/picker-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import { useShell } from '~/shell/use-shell.ts';
import type { TicketAct } from '../act/act-operations.ts';
import { useTicketAct } from '../act/use-ticket-act.ts';
import { acceptableStep, reassignableStep, type TicketRow } from '../ticket-row.ts';
import { ticketViewsQuery } from './list-operations.ts';
import { readTickets } from './read-tickets.server.ts';
import { useTicketColumns } from './ticket-columns.tsx';
import { TicketPreview } from './ticket-preview.tsx';
import { ticketViewKeys, viewOf, type TicketViewKey } from './ticket-views.ts';
import { rememberList } from './list-memory.ts';
import { useMoreRows } from '~/list/use-more-rows.ts';
import { useTicketFilters } from './use-ticket-filters.ts';

const ReassignDialog = lazy(() =>
  import('../act/reassign-dialog.tsx').then((module) => ({ default: module.ReassignDialog })),
);

export const handle = { i18n: ['ticket', 'list', 'form'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const [list, facts, columns] = await Promise.all([
    readTickets(request),
    executeOperation(request, ticketViewsQuery),
    readColumnChoice(request, 'tickets'),
  ]);
  return { list, facts, columns, now: Date.now() };
}

const ticketTo = (ticket: TicketRow) =>
  ticket.status === 'DRAFT' ? `/tickets/new?draft=${encodeURIComponent(ticket.id)}` : `/tickets/${ticket.number}`;

export default function TicketListPage() {
  const { t } = useTranslation('ticket');
  const { list, facts, columns: keptColumns, now: serverNow } = useLoaderData<typeof loader>();
  const { permissions } = useShell();
  const { revalidate } = useRevalidator();
  const { state } = useListUrl();
  const act = useTicketAct();
  const toast = useToast();
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  const [reassigned, setReassigned] = useState<readonly string[] | null>(null);
  const { rows, loadMore } = useMoreRows(list, '/tickets/more');
  const view = viewOf(state.view);
  const now = useNow(serverNow);

  useLiveEvents((event) => {
    const id = event.kind === 'ticket' ? event.change.ticket?.id : undefined;
    if (!id) return;
    if (rows.some((row) => row.id === id)) revalidate();
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
  const reassign = (ids: readonly string[], agent: PickerChoice, reason: string | null) => {
    setReassigned(null);
    const acts = byId(ids).flatMap((ticket): TicketAct[] => {
      const stepId = reassignableStep(ticket);
      if (!stepId) return [];
      const input = { ticketId: ticket.id, stepId, toAgentId: agent.id, reason };
      return [{ kind: 'reassignStep', input }];
    });
    if (acts.length === 0) return toast(t('told.noneReassignable'));
    act.run(acts, t('told.reassigned', { count: acts.length, name: agent.label }));
  };
  useEffect(() => rememberList(rows), [rows]);
  const columns = useTicketColumns({ now, onAccept: acceptOne });
  const byId = (ids: readonly string[]) => rows.filter((row) => ids.includes(row.id));
  const counts: Partial<Record<TicketViewKey, number>> = {
    to_handle: facts.toHandle.totalCount.value,
    group_to_claim: facts.groupToClaim.totalCount.value,
    overdue: facts.overdue.totalCount.value,
    open: facts.open.totalCount.value,
    drafts: facts.drafts.totalCount.value,
  };

  const rowActions = (ticket: TicketRow): RowAction[] => [
    ...(acceptableStep(ticket)
      ? [{ id: 'accept', label: t('act.accept'), icon: CircleCheck, keys: 'a', run: () => acceptOne(ticket) }]
      : []),
    ...(reassignableStep(ticket)
      ? [
          {
            id: 'reassign',
            label: t('act.reassign'),
            icon: ArrowLeftRight,
            keys: 's',
            run: () => setReassigned([ticket.id]),
          },
        ]
      : []),
  ];

  const newTicket = permissions.includes('ticket.create') && (
    <Button component={Link} to="/tickets/new" variant="contained" color="primary" startIcon={<Plus />}>
      {t('new')} <Keys keys="c" />
    </Button>
  );
  return (
    <>
      <RecordList
        list="tickets"
        keptColumns={keptColumns}
        title={t('title')}
        actions={newTicket}
        views={ticketViewKeys.map((key) => ({
          id: key,
          label: t(`view.${key}`),
          count: counts[key] ?? null,
          isAlarming: key === 'overdue',
        }))}
        defaultView="to_handle"
        filterFields={useTicketFilters(facts)}
        viewFilters={[]}
        columns={columns}
        rows={rows}
        rowId={(ticket) => ticket.id}
        rowTo={ticketTo}
        total={list.total}
        empty={{ text: t(`empty.${view}`), action: newTicket }}
        newCount={news.size}
        onShowNew={() => {
          setNews(new Set());
          revalidate();
        }}
        rowActions={rowActions}
        preview={(ticket) => <TicketPreview ticket={ticket} to={ticketTo(ticket)} now={now} onAccept={acceptOne} />}
        onLoadMore={loadMore}
        onTryAgain={revalidate}
        bulkActions={[
          {
            id: 'accept',
            label: t('act.accept'),
            icon: CircleCheck,
            run: (ids) => accept(byId(ids)),
          },
          { id: 'reassign', label: t('act.reassign'), icon: ArrowLeftRight, run: (ids) => setReassigned(ids) },
        ]}
      />
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
