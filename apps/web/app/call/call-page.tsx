import './call.css';
import '~/admin/admin.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PhoneIncoming, PhoneOutgoing, Ticket, UserRoundPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '~/admin/admin-page.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useRefresh } from '~/live/use-refresh.ts';
import { SummaryPanel } from '~/service-record/summary-panel.tsx';
import { ErrorPage } from '~/shell/error-page.tsx';
import { useShell } from '~/shell/use-shell.ts';
import { StatusMark, type TicketStatus } from '~/ticket/ticket-marks.tsx';
import { CallMark } from './call-mark.tsx';
import { callQuery, type CallRecord } from './call-operations.ts';
import { CallLegs, CallTrack } from './call-story.tsx';
import { isEndReason } from './call-words.ts';
import { RecordingPlayer } from './recording-player.tsx';

export const handle = { i18n: ['call', 'ticket', 'admin', 'list', 'form', 'service-record'] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { node } = await executeOperation(request, callQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'Call') throw new Response(null, { status: 404 });
  return { call: node };
}

function useFacts(call: CallRecord): (readonly [string, ReactNode])[] {
  const { t } = useTranslation('call');
  const format = useFormat();
  const facts: (readonly [string, ReactNode])[] = [
    [
      t('column.number'),
      [call.customerNumber.national ?? call.customerNumber.masked, call.customerNumber.location]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('companyNumber'), call.companyNumber],
    [t('column.group'), call.group?.name],
    [t('column.agent'), call.agent?.name],
    [t('keys'), call.keysPressed],
    [t('column.started'), <time key="started">{format.dateTime(call.startedAt)}</time>],
    [t('column.waited'), format.duration(call.waitedSeconds)],
    [t('column.talked'), call.answeredAt && format.duration(call.talkSeconds)],
    [t('held'), call.heldSeconds > 0 && format.duration(call.heldSeconds)],
    [t('ended'), call.endReason && isEndReason(call.endReason) && t(`endReason.${call.endReason}`)],
    [t('column.disposition'), call.dispositionLabel?.text],
    [
      t('vendorId'),
      <code key="id" className="mono small">
        {call.vendorCallId}
      </code>,
    ],
  ];
  return facts.filter(([, value]) => value);
}

/** The record of a call: who, how long, whom it rang at, what was reported, its sound and its ticket. */
export default function CallPage() {
  const { t } = useTranslation('call');
  const { call } = useLoaderData<typeof loader>();
  const { permissions } = useShell();
  const refresh = useRefresh();
  const facts = useFacts(call);
  useLiveEvents((event) => {
    if (event.kind === 'gap' || (event.kind === 'call' && event.change.call?.id === call.id)) refresh();
  });
  const { customer, ticket } = call;
  const inCall = { call: call.id, ...(customer && { customer: customer.id }) };
  const phone = call.customerNumber.national ?? '';
  const Direction = call.direction === 'INBOUND' ? PhoneIncoming : PhoneOutgoing;
  return (
    <AdminPage
      title={customer?.name ?? t('unknown')}
      back="/calls"
      actions={
        <>
          <CallMark call={call} />
          {!customer && permissions.includes('customer.write') && (
            <Button
              component={Link}
              to={`/customers/new?${new URLSearchParams({ call: call.id, phone })}`}
              startIcon={<UserRoundPlus size={16} />}
            >
              {t('saveCustomer')}
            </Button>
          )}
          {!ticket && permissions.includes('ticket.create') && (
            <Button
              component={Link}
              to={`/tickets/new?${new URLSearchParams(inCall)}`}
              startIcon={<Ticket size={16} />}
            >
              {t('newTicket')}
            </Button>
          )}
        </>
      }
    >
      <div className="call-record">
        <div>
          <section aria-labelledby="call-facts">
            <h2 id="call-facts" className="call-way">
              <Direction size={14} />
              <span>
                {t(`direction.${call.direction}`)} · <Moment at={call.startedAt} />
              </span>
            </h2>
            <dl className="call-facts">
              {customer && (
                <>
                  <dt>{t('customer')}</dt>
                  <dd>
                    <Link to={`/customers/${encodeURIComponent(customer.id)}`}>{customer.name}</Link>
                  </dd>
                </>
              )}
              {facts.map(([label, value]) => (
                <FactLine key={label} label={label} value={value} />
              ))}
            </dl>
          </section>
          <section aria-labelledby="call-ticket">
            <h2 id="call-ticket">{t('column.ticket')}</h2>
            {ticket ? (
              <p>
                <Link to={`/tickets/${ticket.number}`}>{ticket.title}</Link>{' '}
                <span className="mono quiet">{ticket.number}</span>{' '}
                <StatusMark status={ticket.status.toLowerCase() as TicketStatus} />
              </p>
            ) : (
              <p className="quiet">{t('noTicket')}</p>
            )}
          </section>
        </div>
        <div>
          <SummaryPanel callId={call.id} />
          <section aria-labelledby="call-recordings">
            <h2 id="call-recordings">{t('recordings')}</h2>
            {call.recordings.map((recording) => (
              <RecordingPlayer key={recording.id} recording={recording} />
            ))}
            {call.recordings.length === 0 && <p className="quiet">{t('noRecordings')}</p>}
          </section>
          <CallLegs legs={call.legs} />
          <CallTrack track={call.track} startedAt={call.startedAt} />
        </div>
      </div>
    </AdminPage>
  );
}

const FactLine = ({ label, value }: { label: string; value: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);

export function ErrorBoundary() {
  return <ErrorPage />;
}
