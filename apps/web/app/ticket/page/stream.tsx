import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { Link } from '@remix-run/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import { Avatar } from '~/mark/avatar.tsx';
import { Segments } from '~/mark/segments.tsx';
import { useShell } from '~/shell/use-shell.ts';
import { eventsOf, type StreamEvent } from '../collaborate/merge/merged-notes.ts';
import { NoteBody } from '../collaborate/note-body.tsx';
import { SplitNote } from '../collaborate/merge/split-note.tsx';
import { EventDetail } from '../collaborate/event-detail.tsx';
import { fieldsByChange, valueWordsOf } from './change-words.ts';
import { eventIcon, isKnownEvent } from './event-kinds.ts';
import type { TicketEvent, TicketPageData } from './ticket-operations.ts';
import { useStandInWords } from './use-stand-in-words.ts';

interface StreamProps {
  ticket: TicketPageData;
  definition: TicketTypeDefinition;
}

const filters = ['all', 'notes', 'changes', 'clocks'] as const;
type StreamFilter = (typeof filters)[number];

const isNote = (event: TicketEvent) => event.kind === 'commented' || event.kind === 'supplemented';
const isClock = (event: TicketEvent) => event.kind.startsWith('sla_');
const isOf: Record<StreamFilter, (event: TicketEvent) => boolean> = {
  all: () => true,
  notes: isNote,
  changes: (event) => !isNote(event) && !isClock(event),
  clocks: isClock,
};

/** Every event in words, newest at the bottom. */
export function Stream({ ticket, definition }: StreamProps) {
  const { t } = useTranslation('ticket');
  const [filter, setFilter] = useState<StreamFilter>('all');
  const end = useRef<HTMLLIElement>(null);
  const events = useMemo(() => eventsOf(ticket), [ticket]);
  const shown = events.filter(isOf[filter]);
  const newest = ticket.history.at(-1)?.id;
  const seen = useRef(newest);
  useEffect(() => {
    if (seen.current === newest) return;
    seen.current = newest;
    const isReading = end.current?.closest('.stream')?.matches(':has(~ .composer:focus-within)');
    if (isReading) end.current?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  return (
    <section className="stream" aria-label={t('tab.activity')}>
      <div className="stream-head">
        <Segments
          label={t('stream.filter')}
          value={filter}
          options={filters
            .map((value) => ({ value, count: events.filter(isOf[value]).length }))
            .map(({ value, count }) => ({ value, label: `${t(`stream.${value}`)} ${count}` }))}
          onChange={setFilter}
        />
      </div>
      <ol className="stream-list">
        {shown.map((event) =>
          isNote(event) ? (
            <NoteItem key={event.id} event={event} ticket={ticket} />
          ) : (
            <EventLine key={event.id} event={event} ticket={ticket} definition={definition} />
          ),
        )}
        {shown.length === 0 && <li className="quiet small">{t('stream.empty')}</li>}
        <li ref={end} aria-hidden="true" />
      </ol>
    </section>
  );
}

function NoteItem({ event, ticket }: { event: StreamEvent; ticket: TicketPageData }) {
  const { t } = useTranslation(['ticket', 'collaboration']);
  const name = event.actor?.name ?? t('system');
  const files = event.changes.flatMap(({ field, to }) =>
    field === 'file' && typeof to === 'object' && to !== null && 'id' in to && 'name' in to
      ? [{ id: String(to.id), name: String(to.name) }]
      : [],
  );
  return (
    <li className="stream-note">
      <Avatar name={name} />
      <div>
        <p className="small quiet">
          {name} · {t(`event.${event.kind as 'commented'}`)} <Moment at={event.at} />
          {event.from ? (
            <> · {t('collaboration:merge.from', { number: event.from })}</>
          ) : (
            <SplitNote ticket={ticket} event={event} />
          )}
        </p>
        <NoteBody event={event} />
        <CauseLine event={event} ticketId={ticket.id} />
        {files.map((file) => {
          const kept = ticket.files.find(({ url }) => url.endsWith(`/${file.id}`));
          return (
            <p key={file.id} className="small">
              {kept ? <a href={kept.url}>{file.name}</a> : file.name}
            </p>
          );
        })}
      </div>
    </li>
  );
}

/** The trigger or macro that did it. */
function CauseLine({ event: { cause }, ticketId }: { event: TicketEvent; ticketId: string }) {
  const { t } = useTranslation('ticket');
  const { permissions } = useShell();
  if (!cause) return null;
  const words = t(cause.kind === 'TRIGGER' ? 'stream.cause.trigger' : 'stream.cause.macro', { name: cause.name });
  const mayRead = cause.kind === 'TRIGGER' && permissions.includes('trigger.manage');
  return (
    <p className="stream-rule">
      {mayRead ? <Link to={`/admin/triggers/runs?ticket=${encodeURIComponent(ticketId)}`}>{words}</Link> : words}
    </p>
  );
}

function EventLine({ event, ticket, definition }: StreamProps & { event: TicketEvent }) {
  const { t, i18n } = useTranslation('ticket');
  const format = useFormat();
  const standInWords = useStandInWords();
  const fields = useMemo(() => fieldsByChange(definition), [definition]);
  const names = useMemo(
    () =>
      Object.fromEntries(
        [...ticket.steps.flatMap((step) => step.candidates), ...ticket.answerNames].map(({ id, name }) => [id, name]),
      ),
    [ticket.steps, ticket.answerNames],
  );
  const changes = event.changes.flatMap((change) => {
    if (change.field === 'tag') {
      const [from, to] = [change.from, change.to].map((name) => (typeof name === 'string' ? name : ''));
      return [{ key: `${from} ${to}`, label: t('tag'), from, to: to || t('stream.taken') }];
    }
    const field = fields.get(change.field);
    if (!field?.label) return [];
    const say = (value: unknown) => valueWordsOf(field, value, { locale: i18n.language, format, names });
    return [
      { key: change.field, label: localize(field.label, i18n.language), from: say(change.from), to: say(change.to) },
    ];
  });
  const kept = event.changes.flatMap(({ field, to }) =>
    field === 'keptFromOthers' && Array.isArray(to) ? to.map((key) => fields.get(`answers.${String(key)}`)) : [],
  );
  const keptNames = kept.flatMap((field) => (field?.label ? localize(field.label, i18n.language) : []));
  const Icon = eventIcon(event.kind);
  const kind = isKnownEvent(event.kind) ? event.kind : 'other';
  return (
    <li className="stream-line">
      <Icon size={14} />
      <span className="spread">
        <b>{event.actor?.name ?? t('system')}</b> {t(`event.${kind}`)} {event.nodeName && <b>{event.nodeName.text}</b>}
        {event.toAgent && <> → {event.toAgent.name}</>}
        {event.toGroupName && <> → {event.toGroupName}</>}
        {event.standIns.map((standIn) => (
          <span key={standIn.agent?.id}>
            {' '}
            → {standIn.agent?.name} {standInWords(standIn)}
          </span>
        ))}
        {event.subTicket && (
          <>
            {' '}
            <Link to={`/tickets/${event.subTicket.number}`}>
              {event.subTicket.number} {event.subTicket.title}
            </Link>
          </>
        )}
        <EventDetail event={event} />
        {event.body && <> · {event.body}</>}
        {changes.length > 0 && (
          <ul className="stream-changes">
            {changes.map(({ key, label, from, to }) => (
              <li key={key}>
                {label}: {from && <s>{from}</s>} {to || t('stream.emptied')}
              </li>
            ))}
          </ul>
        )}
        <CauseLine event={event} ticketId={ticket.id} />
        {event.rule && <p className="stream-rule">{event.rule.text}</p>}
        {keptNames.length > 0 && <p>{t('stream.kept', { fields: keptNames.join(t('comma')) })}</p>}
      </span>
      <Moment at={event.at} />
    </li>
  );
}
