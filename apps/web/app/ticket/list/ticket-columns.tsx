import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import type { RecordColumn } from '~/list/record-column.ts';
import { Avatar } from '~/mark/avatar.tsx';
import { Keys } from '~/mark/keys.tsx';
import { DueMark } from '~/sla/due-mark.tsx';
import { statusOf, urgencyOf } from '../ticket-enums.ts';
import { StatusIcon, UrgencyMark } from '../ticket-marks.tsx';
import { acceptableStep } from '../ticket-row.ts';
import type { TicketRow } from '../ticket-row-fragment.ts';
import type { DesignedField } from './designed-filter.ts';
import type { ListedTicket } from './list-operations.ts';
import { useOptionalColumns } from './optional-columns.tsx';

interface ColumnsOptions {
  /** Epoch milliseconds. */
  now: number;
  onAccept: (ticket: TicketRow) => void;
  designed: readonly DesignedField[];
}

const isOver = ({ status }: TicketRow) => status === 'COMPLETED' || status === 'CANCELLED';

function Handler({ ticket, onAccept }: { ticket: TicketRow; onAccept: (ticket: TicketRow) => void }) {
  const { t } = useTranslation('ticket');
  const mayAccept = acceptableStep(ticket) !== null;
  return (
    <span className="ticket-handler">
      {ticket.handler ? (
        <>
          <Avatar name={ticket.handler.name} size="small" />
          <span className="cut ticket-handler-name">{ticket.handler.name}</span>
        </>
      ) : (
        <span className="quiet cut">{ticket.group?.name ?? (isOver(ticket) ? '–' : t('row.nobody'))}</span>
      )}
      {mayAccept && (
        <button type="button" tabIndex={-1} className="row-act" onClick={() => onAccept(ticket)}>
          {t('act.accept')} <Keys keys="list.accept" />
        </button>
      )}
    </span>
  );
}

export function useTicketColumns({ now, onAccept, designed }: ColumnsOptions): RecordColumn<ListedTicket>[] {
  const { t } = useTranslation('ticket');
  const optional = useOptionalColumns(designed);
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('column.number'),
        track: '136px',
        onPhone: 'fixed',
        cell: (ticket) => <span className="mono quiet">{ticket.status === 'DRAFT' ? '' : ticket.number}</span>,
      },
      {
        id: 'title',
        header: t('column.title'),
        track: 'minmax(200px, 3fr)',
        onPhone: 'title',
        cell: (ticket) => (
          <span className="ticket-title">
            <StatusIcon status={statusOf(ticket.status)} />
            <span className="cut">{ticket.title || t('row.untitled')}</span>
          </span>
        ),
      },
      {
        id: 'customer',
        header: t('column.customer'),
        track: 'minmax(96px, 1fr)',
        cell: (ticket) => <span className="cut">{ticket.customer?.name}</span>,
      },
      {
        id: 'node',
        header: t('column.node'),
        track: 'minmax(124px, 1.2fr)',
        cell: (ticket) => <span className="cut">{ticket.nodeName}</span>,
      },
      {
        id: 'tags',
        header: t('column.tags'),
        track: 'minmax(88px, 1fr)',
        onPhone: 'hidden',
        cell: (ticket) => (
          <span className="cut" title={ticket.tags.map(({ path }) => path).join(t('comma'))}>
            {ticket.tags.map(({ name }) => name).join(t('comma'))}
          </span>
        ),
      },
      {
        id: 'urgency',
        header: t('column.urgency'),
        track: '88px',
        isSortable: true,
        onPhone: 'fixed',
        cell: (ticket) => <UrgencyMark urgency={urgencyOf(ticket.urgency)} />,
      },
      {
        id: 'handler',
        header: t('column.handler'),
        track: 'minmax(128px, 1.2fr)',
        onPhone: 'last',
        cell: (ticket) => <Handler ticket={ticket} onAccept={onAccept} />,
      },
      {
        id: 'due',
        header: t('column.due'),
        track: '208px',
        isSortable: true,
        onPhone: 'end',
        cell: (ticket) => <DueMark state={ticket.slaState} dueAt={ticket.dueAt} since={ticket.createdAt} now={now} />,
      },
      {
        id: 'updated',
        header: t('column.updated'),
        track: '88px',
        isSortable: true,
        isRight: true,
        onPhone: 'hidden',
        cell: (ticket) => (
          <span className="quiet small">
            <Moment at={ticket.updatedAt} />
          </span>
        ),
      },
      ...optional,
    ],
    [t, now, onAccept, optional],
  );
}
