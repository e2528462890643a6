import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type TicketStatus } from '~/ticket/ticket-marks.tsx';

interface OpenTicketsProps {
  customerId: string;
  tickets: readonly { id: string; number: string; title: string; status: string }[];
}

/** The customer's tickets that are not done yet. */
export function OpenTickets({ customerId, tickets }: OpenTicketsProps) {
  const { t } = useTranslation('customer');
  return (
    <section className="customer-section">
      <div className="customer-title">
        <h2 className="spread">{t('openTickets')}</h2>
        <Link to={`/tickets?view=all&f=customer.any:${encodeURIComponent(customerId)}`}>{t('allTickets')}</Link>
      </div>
      {tickets.length === 0 && <p className="quiet">{t('noTickets')}</p>}
      <ul className="customer-section">
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link to={`/tickets/${ticket.number}`}>{ticket.title}</Link>
            <p className="small quiet">
              <span className="mono">{ticket.number}</span>{' '}
              <StatusMark status={ticket.status.toLowerCase() as TicketStatus} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
