import { Link } from '@remix-run/react';
import { CornerLeftUp, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '~/format/use-now.ts';
import { DueMark } from '~/sla/due-mark.tsx';
import { statusOf } from '../ticket-enums.ts';
import { StatusIcon } from '../ticket-marks.tsx';
import type { TicketPageData } from './ticket-operations.ts';

interface SubTicketPanelProps {
  ticket: TicketPageData;
  /** Epoch milliseconds. */
  now: number;
}

/** The ticket that this one came of, those that were made of it, and the way to one more. */
export function SubTicketPanel({ ticket, now: serverNow }: SubTicketPanelProps) {
  const { t } = useTranslation('ticket');
  const now = useNow(serverNow);
  const { parent, subTickets } = ticket;
  const mayCreate = ticket.actions.includes('CREATE_SUB_TICKET');
  if (!parent && subTickets.length === 0 && !mayCreate) return null;
  return (
    <section className="side-section" aria-labelledby="sub-tickets">
      <h2 id="sub-tickets">
        <span className="spread">
          {t('subTicket.title')} {subTickets.length > 0 && <span className="count">{subTickets.length}</span>}
        </span>
        {mayCreate && (
          <Link className="sub-ticket-new small" to={`/tickets/new?parent=${encodeURIComponent(ticket.id)}`}>
            <Plus size={14} />
            {t('subTicket.new')}
          </Link>
        )}
      </h2>
      {parent && (
        <p className="side-line">
          <CornerLeftUp size={14} className="quiet" />
          <span className="small quiet">{t('subTicket.of')}</span>
          <Link className="cut spread" to={`/tickets/${parent.number}`} title={parent.title}>
            {parent.title}
          </Link>
          <span className="mono small quiet">{parent.number}</span>
        </p>
      )}
      {subTickets.length === 0 && !parent && <p className="small quiet">{t('subTicket.none')}</p>}
      <ul>
        {subTickets.map((each) => (
          <li key={each.id} className="sub-ticket">
            <p className="side-line">
              <StatusIcon status={statusOf(each.status)} />
              <Link className="cut spread" to={`/tickets/${each.number}`} title={each.title}>
                {each.title}
              </Link>
              <span className="mono small quiet">{each.number}</span>
            </p>
            <p className="sub-ticket-facts small quiet">
              <span className="cut spread">
                {[t(`status.${statusOf(each.status)}`), each.handler?.name ?? each.group?.name]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <DueMark state={each.slaState} dueAt={each.dueAt} since={each.createdAt} now={now} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
