import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '~/mark/avatar.tsx';
import { statusOf } from '../ticket-enums.ts';
import { StatusIcon } from '../ticket-marks.tsx';
import type { TicketPageData } from './ticket-operations.ts';

interface CustomerPanelProps {
  ticket: TicketPageData;
  openTickets: readonly Pick<TicketPageData, 'id' | 'number' | 'title' | 'status'>[];
}

/** Who the ticket is for, how to reach them, and what else is open for them. */
export function CustomerPanel({ ticket, openTickets }: CustomerPanelProps) {
  const { t } = useTranslation('ticket');
  const { customer } = ticket;
  const facts = [
    ...(customer?.phones ?? []).map(
      (phone) =>
        [t('customer.phone'), [phone.national ?? phone.masked, phone.location].filter(Boolean).join(' · ')] as const,
    ),
    [t('customer.contact'), [ticket.contactName, ticket.contactPhone].filter(Boolean).join(' · ')] as const,
    [t('customer.company'), customer?.company] as const,
    [t('customer.address'), customer?.address] as const,
    [t('customer.remark'), customer?.remark] as const,
  ].filter(([, value]) => value);
  return (
    <>
      <section className="side-section">
        {customer ? (
          <p className="customer-name">
            <Avatar name={customer.name} size="large" />
            <Link to={`/customers/${encodeURIComponent(customer.id)}`} prefetch="intent">
              {customer.name}
            </Link>
          </p>
        ) : (
          <p className="quiet">{t('customer.none')}</p>
        )}
        <dl className="facts">
          {facts.map(([label, value], place) => (
            <div key={`${label} ${place}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {openTickets.length > 0 && (
        <section className="side-section">
          <h2>
            {t('customer.open')} <span className="count">{openTickets.length}</span>
          </h2>
          <ul>
            {openTickets.map((each) => (
              <li key={each.id} className="side-line">
                <StatusIcon status={statusOf(each.status)} />
                {each.id === ticket.id ? (
                  <b className="cut spread">{each.title}</b>
                ) : (
                  <Link className="cut spread" to={`/tickets/${each.number}`}>
                    {each.title}
                  </Link>
                )}
                {each.id === ticket.id && <span className="small quiet">{t('customer.thisOne')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
