import Button from '@mui/material/Button';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '~/format/moment.tsx';
import { DueMark } from '~/sla/due-mark.tsx';
import { statusOf, urgencyOf } from '../ticket-enums.ts';
import { StatusMark, UrgencyMark } from '../ticket-marks.tsx';
import { acceptableStep } from '../ticket-row.ts';
import type { TicketRow } from '../ticket-row-fragment.ts';

interface TicketPreviewProps {
  ticket: TicketRow;
  to: string;
  /** Epoch milliseconds. */
  now: number;
  onAccept: (ticket: TicketRow) => void;
}

/** A ticket at a glance, beside its list. */
export function TicketPreview({ ticket, to, now, onAccept }: TicketPreviewProps) {
  const { t } = useTranslation('ticket');
  const facts: [string, ReactNode][] = [
    [t('column.type'), ticket.type?.name.text],
    [t('column.customer'), ticket.customer?.name],
    [t('column.node'), ticket.nodeName],
    [t('column.handler'), ticket.handler?.name ?? ticket.group?.name ?? t('row.nobody')],
    [
      t('column.due'),
      <DueMark key="due" state={ticket.slaState} dueAt={ticket.dueAt} since={ticket.createdAt} now={now} />,
    ],
    [t('column.created'), <Moment key="created" at={ticket.createdAt} />],
    [t('column.updated'), <Moment key="updated" at={ticket.updatedAt} />],
  ];
  return (
    <article className="ticket-preview">
      <h3>{ticket.title || t('row.untitled')}</h3>
      <p className="ticket-preview-marks">
        {!ticket.number.startsWith('draft-') && <span className="mono quiet">{ticket.number}</span>}
        <StatusMark status={statusOf(ticket.status)} />
        <UrgencyMark urgency={urgencyOf(ticket.urgency)} isPlain={false} />
      </p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <div className="ticket-preview-acts">
        {acceptableStep(ticket) && (
          <Button variant="contained" color="primary" onClick={() => onAccept(ticket)}>
            {t('act.accept')}
          </Button>
        )}
        <Button component={Link} to={to}>
          {t('act.open')}
        </Button>
      </div>
    </article>
  );
}
