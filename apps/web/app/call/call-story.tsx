import { useTranslation } from 'react-i18next';
import { AdminTable } from '~/admin/admin-table.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import type { CallRecord } from './call-operations.ts';
import { isEndReason, isLegOutcome, isReport } from './call-words.ts';

const secondsBetween = (from: string, to: string) => (new Date(to).getTime() - new Date(from).getTime()) / 1000;

/** Whom the call rang at, in turn, and how each one's part ended. */
export function CallLegs({ legs }: Pick<CallRecord, 'legs'>) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const between = (from: string | null, to: string | null) =>
    from && to ? format.clock(secondsBetween(from, to)) : '–';
  return (
    <section aria-labelledby="call-legs">
      <h2 id="call-legs">{t('legs')}</h2>
      <AdminTable
        label={t('legs')}
        rows={legs}
        rowId={(leg) => `${leg.ringingAt} ${leg.agent?.name}`}
        empty={t('noLegs')}
        columns={[
          { header: t('column.agent'), cell: (leg) => leg.agent?.name ?? t('nobody') },
          { header: t('legRinging'), cell: (leg) => <Moment at={leg.ringingAt} /> },
          { header: t('legRang'), cell: (leg) => between(leg.ringingAt, leg.answeredAt ?? leg.endedAt) },
          { header: t('column.talked'), cell: (leg) => between(leg.answeredAt, leg.endedAt) },
          {
            header: t('legOutcome'),
            cell: (leg) => (leg.outcome && isLegOutcome(leg.outcome) ? t(`outcome.${leg.outcome}`) : '–'),
          },
        ]}
      />
    </section>
  );
}

/** What the telephone system said of the call, in order, by the clock of the call. */
export function CallTrack({ track, startedAt }: Pick<CallRecord, 'track' | 'startedAt'>) {
  const { t } = useTranslation('call');
  const format = useFormat();
  return (
    <section aria-labelledby="call-track">
      <h2 id="call-track">{t('track')}</h2>
      <ol>
        {track.map(({ kind, at, agent, reason }, index) => (
          <li key={`${at} ${index}`} className="call-line">
            <time className="quiet" dateTime={at} title={format.dateTime(at)}>
              {format.clock(secondsBetween(startedAt, at))}
            </time>
            <span>
              {isReport(kind) && t(`event.${kind}`)} {agent && <b>{agent.name}</b>}
              {reason && isEndReason(reason) && ` · ${t(`endReason.${reason}`)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
