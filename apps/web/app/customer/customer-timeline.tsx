import { Link } from '@remix-run/react';
import { Flag, Pencil, Phone, Ticket, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordingPlayer } from '~/call/recording-player.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import type { ResultOf } from '~/graphql/graphql.ts';
import { Chip } from '~/mark/chip.tsx';
import { Segments } from '~/mark/segments.tsx';
import { StatusMark, type TicketStatus } from '~/ticket/ticket-marks.tsx';
import type { customerQuery } from './customer-operations.ts';

type Customer = Extract<NonNullable<ResultOf<typeof customerQuery>['node']>, { __typename: 'Customer' }>;
type Timeline = Customer['timeline'];
type Item = Timeline['edges'][number]['node'];

const kinds = ['ALL', 'CALL', 'TICKET', 'FOLLOW_UP', 'CHANGE'] as const;
type Kind = (typeof kinds)[number];
const icons: Record<Item['kind'], LucideIcon> = { CALL: Phone, TICKET: Ticket, FOLLOW_UP: Flag, CHANGE: Pencil };

const fieldsOf = (changes: unknown): string[] =>
  Array.isArray(changes) ? changes.flatMap(({ field }: { field?: string }) => field ?? []) : [];

/** The chosen fields by the names that changes have. */
type Fields = readonly { key: string; label: { text: string } }[];
const answerMark = 'answers.';

function Headline({ item, fields }: { item: Item; fields: Fields }): ReactNode {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const { call, ticket, followUp, change } = item;
  if (ticket) {
    return (
      <p>
        <Link to={`/tickets/${ticket.number}`}>{ticket.title}</Link> <span className="mono quiet">{ticket.number}</span>{' '}
        <StatusMark status={ticket.status.toLowerCase() as TicketStatus} />
      </p>
    );
  }
  if (followUp) {
    return (
      <>
        <p>
          <b>{t('item.FOLLOW_UP')}</b> {followUp.author?.name} · {t(`method.${followUp.method}`)}
          {followUp.stage && ` · ${t(`stage.${followUp.stage}`)}`}
        </p>
        <p className="timeline-text">{followUp.body}</p>
        {followUp.nextAt && (
          <p className="small quiet">
            {t('followUp.next')} <Moment at={followUp.nextAt} />
          </p>
        )}
      </>
    );
  }
  if (call) {
    return (
      <>
        <p>
          <Link to={`/calls/${encodeURIComponent(call.id)}`}>{t(`call.${call.direction}`)}</Link> {call.agent?.name}{' '}
          {call.answeredAt ? (
            <span className="quiet">{format.duration(call.talkSeconds)}</span>
          ) : (
            call.status === 'ENDED' && <Chip tone="bad">{t('call.missed')}</Chip>
          )}{' '}
          {call.ticket && (
            <Link to={`/tickets/${call.ticket.number}`} className="mono">
              {call.ticket.number}
            </Link>
          )}
        </p>
        {call.recordings.map((recording) => (
          <RecordingPlayer key={recording.id} recording={recording} isLazy />
        ))}
      </>
    );
  }
  if (!change) return <p className="quiet">{t('hidden')}</p>;
  return (
    <p>
      <b>{t('item.CHANGE')}</b> {change.actor?.name}{' '}
      <span className="quiet">
        {fieldsOf(change.changes)
          .map((field) =>
            field.startsWith(answerMark)
              ? (fields.find(({ key }) => key === field.slice(answerMark.length))?.label.text ?? t('section.chosen'))
              : t(`field.${field === 'ownerId' ? 'owner' : (field as 'name')}`),
          )
          .join(t('comma'))}
        {change.kind === 'merged' && ` · ${t('merged')}`}
      </span>
    </p>
  );
}

/** What was done with the customer, newest on top, by day. */
export function CustomerTimeline({ timeline, fields }: { timeline: Timeline; fields: Fields }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const [kind, setKind] = useState<Kind>('ALL');
  const items = timeline.edges.map((edge) => edge.node);
  const shown = items.filter((item) => kind === 'ALL' || item.kind === kind);
  const countOf = (each: Kind) => (each === 'ALL' ? items.length : items.filter((item) => item.kind === each).length);
  return (
    <section className="customer-timeline" aria-label={t('timeline')}>
      <Segments
        label={t('timeline')}
        value={kind}
        options={kinds.map((each) => ({ value: each, label: `${t(`item.${each}`)} ${countOf(each)}` }))}
        onChange={setKind}
      />
      <ol>
        {shown.map((item, index) => {
          const Icon = icons[item.kind];
          const day = format.date(item.at);
          const before = shown[index - 1];
          return (
            <li key={`${item.at}-${item.kind}-${index}`}>
              {(!before || format.date(before.at) !== day) && <h2 className="timeline-day">{day}</h2>}
              <div className="timeline-item">
                <span className="small quiet">{format.time(item.at)}</span>
                <span className={`timeline-icon is-${item.kind.toLowerCase()}`}>
                  <Icon size={14} />
                </span>
                <div className="spread">
                  <Headline item={item} fields={fields} />
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      {timeline.totalCount.value > items.length && (
        <p className="small quiet">{t('earlier', { count: timeline.totalCount.value - items.length })}</p>
      )}
    </section>
  );
}
