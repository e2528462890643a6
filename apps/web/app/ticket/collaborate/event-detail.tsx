import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { TicketEvent } from '../page/ticket-operations.ts';
import { relations } from './link-relations.ts';

/** How the ticket stands to the one that a line speaks of. */
function relationIn(event: TicketEvent) {
  const change = event.changes.find(({ field }) => field === 'otherTicket');
  const told = (change?.to ?? change?.from) as { relation?: unknown } | null | undefined;
  const relation = typeof told?.relation === 'string' ? told.relation.toUpperCase() : null;
  return relations.find((each) => each === relation) ?? null;
}

/** What a line of the history says beside its words: from when to when something was put off, which other ticket. */
export function EventDetail({ event }: { event: TicketEvent }) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const due = event.changes.find(({ field }) => field === 'dueAt');
  if (typeof due?.from === 'string' && typeof due.to === 'string' && due.from !== due.to) {
    return <> · {t('extension.fromTo', { from: format.moment(due.from), to: format.moment(due.to) })}</>;
  }
  if (!event.otherTicket) return null;
  const { number, title } = event.otherTicket;
  const relation = relationIn(event);
  return (
    <>
      {' '}
      {relation && t(`link.is.${relation}`)}{' '}
      <Link to={`/tickets/${number}`}>
        {number} {title}
      </Link>
    </>
  );
}
