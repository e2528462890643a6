import './workbench.css';
import Button from '@mui/material/Button';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { FilePen, Inbox, OctagonAlert, Phone, Plus, Sun, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { useNow } from '~/format/use-now.ts';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { useLiveEvents } from '~/live/live-events.tsx';
import { useRefresh } from '~/live/use-refresh.ts';
import { Keys } from '~/mark/keys.tsx';
import { notificationSentence } from '~/notification/notification-sentence.ts';
import { companyZone } from '~/shell/company-zone.server.ts';
import { useShell } from '~/shell/use-shell.ts';
import { DueMark } from '~/sla/due-mark.tsx';
import { statusOf } from '~/ticket/ticket-enums.ts';
import { StatusIcon } from '~/ticket/ticket-marks.tsx';
import { PageHeading } from '~/shell/page-heading.tsx';
import { DecisionsBlock } from './decisions-block.tsx';
import { workbenchQuery } from './workbench-operations.ts';

export const handle = { i18n: ['workbench', 'ticket', 'collaboration', 'notification'] };

export async function loader({ request }: LoaderFunctionArgs) {
  const zone = await companyZone(request);
  const today = toWallTime(new Date().toISOString(), zone).slice(0, 10);
  const dayStart = fromWallTime(`${today}T00:00`, zone);
  const dayEnd = new Date(new Date(dayStart).getTime() + 86_400_000).toISOString();
  const board = await executeOperation(request, workbenchQuery, { dayStart, dayEnd });
  return { board, today, now: Date.now() };
}

export default function Workbench() {
  const { t, i18n } = useTranslation(['workbench', 'ticket', 'notification', 'shell']);
  const { t: sayNotification } = useTranslation('notification');
  const { board, today, now: serverNow } = useLoaderData<typeof loader>();
  const { viewer, permissions } = useShell();
  const format = useFormat();
  const now = useNow(serverNow);
  useLiveEvents(useRefresh());
  const mine = board.toHandle.edges.map((edge) => edge.node);
  const news = board.notifications.edges.map((edge) => edge.node);
  const calls = board.calls.edges.map((edge) => edge.node);
  const dayFilter = encodeURIComponent(`due.is:${today}`);
  const counters = [
    { key: 'toHandle', icon: Inbox, count: board.toHandle.totalCount.value, to: '/tickets?view=to_handle' },
    { key: 'overdue', icon: OctagonAlert, count: board.overdue.totalCount.value, to: '/tickets?view=overdue' },
    {
      key: 'dueToday',
      icon: Sun,
      count: board.dueToday.totalCount.value,
      to: `/tickets?view=to_handle&f=${dayFilter}`,
    },
    {
      key: 'groupToClaim',
      icon: Users,
      count: board.groupToClaim.totalCount.value,
      to: '/tickets?view=group_to_claim',
    },
    { key: 'drafts', icon: FilePen, count: board.drafts.totalCount.value, to: '/tickets?view=drafts' },
  ] as const;
  return (
    <div className="workbench">
      <header className="workbench-head">
        <div className="workbench-hello spread">
          <PageHeading tabTitle={t('shell:page.workbench')}>{t('hello', { name: viewer.name })}</PageHeading>
          <span className="quiet">{format.date(new Date(now))}</span>
        </div>
        {permissions.includes('ticket.create') && (
          <Button component={Link} to="/tickets/new" variant="contained" color="primary" startIcon={<Plus />}>
            {t('ticket:new')} <Keys keys="newTicket" />
          </Button>
        )}
      </header>
      <ul className="counters">
        {counters.map(({ key, icon: Icon, count, to }) => (
          <li key={key}>
            <Link to={to} prefetch="intent">
              <span className="counter-name">
                <Icon size={14} />
                {t(`counter.${key}`)}
              </span>
              <b className={key === 'overdue' && count > 0 ? 'counter-value tone-bad' : 'counter-value'}>
                {format.number(count)}
              </b>
            </Link>
          </li>
        ))}
      </ul>
      <div className="workbench-blocks">
        <DecisionsBlock waiting={board.extensionRequestsToDecide} />
        <section className="block" aria-label={t('mine')}>
          <h2>{t('mine')}</h2>
          <ul>
            {mine.map((ticket) => (
              <li key={ticket.id} className="block-line">
                <StatusIcon status={statusOf(ticket.status)} />
                <Link className="cut spread" to={`/tickets/${ticket.number}`} prefetch="intent">
                  {ticket.title}
                </Link>
                <span className="small quiet cut wide-only">{ticket.nodeName}</span>
                <span className="block-due">
                  <DueMark state={ticket.slaState} dueAt={ticket.dueAt} since={ticket.createdAt} now={now} />
                </span>
              </li>
            ))}
          </ul>
          {mine.length === 0 && <p className="quiet block-empty">{t('mineEmpty')}</p>}
        </section>
        <section className="block is-news" aria-label={t('news')}>
          <h2>{t('news')}</h2>
          <ul>
            {news.map((each) => (
              <li key={each.id} className="block-line">
                <span className="cut spread">
                  {each.ticket && <Link to={`/tickets/${each.ticket.number}`}>{each.ticket.title}</Link>}{' '}
                  {notificationSentence(sayNotification, i18n.language, each)}
                </span>
                <span className="small quiet">
                  <Moment at={each.createdAt} />
                </span>
              </li>
            ))}
          </ul>
          {news.length === 0 && <p className="quiet block-empty">{t('newsEmpty')}</p>}
        </section>
        {permissions.includes('call.use') && (
          <section className="block" aria-label={t('calls')}>
            <h2>
              {t('calls')} <span className="count">{format.number(board.calls.totalCount.value)}</span>
            </h2>
            <ul>
              {calls.map((call) => (
                <li key={call.id} className="block-line">
                  <Phone size={14} className={call.answeredAt ? 'tone-ok' : 'tone-bad'} />
                  <span className="cut spread">
                    {call.customer ? (
                      <Link to={`/customers/${encodeURIComponent(call.customer.id)}`}>{call.customer.name}</Link>
                    ) : (
                      (call.customerNumber.national ?? call.customerNumber.masked)
                    )}{' '}
                    <span className="quiet">{t(`direction.${call.direction}`)}</span>
                  </span>
                  <span className="small quiet">
                    {call.answeredAt ? format.duration(call.talkSeconds) : t('notAnswered')} ·{' '}
                    <Moment at={call.startedAt} />
                  </span>
                </li>
              ))}
            </ul>
            {calls.length === 0 && <p className="quiet block-empty">{t('callsEmpty')}</p>}
          </section>
        )}
      </div>
    </div>
  );
}
