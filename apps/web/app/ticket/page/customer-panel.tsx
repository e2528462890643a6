import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '~/mark/avatar.tsx';
import { DialButton, type DialInput } from '~/telephony/dial-button.tsx';
import { statusOf } from '../ticket-enums.ts';
import { StatusIcon } from '../ticket-marks.tsx';
import type { TicketPageData } from './ticket-operations.ts';

interface CustomerPanelProps {
  ticket: TicketPageData;
  openTickets: readonly Pick<TicketPageData, 'id' | 'number' | 'title' | 'status'>[];
}

interface Fact {
  label: string;
  text: string | null | undefined;
  dial?: { number: string; to: DialInput };
}

/** Who the ticket is for, how to reach them, and what else is open for them. */
export function CustomerPanel({ ticket, openTickets }: CustomerPanelProps) {
  const { t } = useTranslation('ticket');
  const { customer } = ticket;
  const facts = [
    ...(customer?.phones ?? []).map((phone): Fact => {
      const number = phone.national ?? phone.masked;
      const text = [number, phone.location].filter(Boolean).join(' · ');
      return { label: t('customer.phone'), text, dial: { number, to: { customerPhoneId: phone.id } } };
    }),
    {
      label: t('customer.contact'),
      text: [ticket.contactName, ticket.contactPhone].filter(Boolean).join(' · '),
      dial: ticket.contactPhone ? { number: ticket.contactPhone, to: { ticketId: ticket.id } } : undefined,
    },
    { label: t('customer.company'), text: customer?.company },
    { label: t('customer.address'), text: customer?.address },
    { label: t('customer.remark'), text: customer?.remark },
  ].filter((fact: Fact) => fact.text);
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
          {facts.map(({ label, text, dial }: Fact, place) => (
            <div key={`${label} ${place}`}>
              <dt>{label}</dt>
              <dd>
                {text} {dial && <DialButton {...dial} isIconAlone />}
              </dd>
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
