import { Link } from '@remix-run/react';
import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CallMark } from '~/call/call-mark.tsx';
import { RecordingPlayer } from '~/call/recording-player.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { Moment } from '~/format/moment.tsx';
import type { TicketPageData } from './ticket-operations.ts';

/** The calls that the ticket came of or that were had about it, with their sound. */
export function TicketCalls({ calls }: Pick<TicketPageData, 'calls'>) {
  const { t } = useTranslation('call');
  const format = useFormat();
  if (calls.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('title')}>
      <h2>
        {t('title')} <span className="count">{calls.length}</span>
      </h2>
      <ul>
        {calls.map((call) => {
          const Icon = call.direction === 'INBOUND' ? PhoneIncoming : PhoneOutgoing;
          return (
            <li key={call.id}>
              <p className="side-line">
                <Icon size={14} />
                <Link className="cut spread" to={`/calls/${encodeURIComponent(call.id)}`}>
                  {call.agent?.name ?? t(`direction.${call.direction}`)}
                </Link>
                <span className="small quiet">
                  {call.answeredAt && call.status === 'ENDED' ? (
                    format.clock(call.talkSeconds)
                  ) : (
                    <CallMark call={call} />
                  )}{' '}
                  <Moment at={call.startedAt} />
                </span>
              </p>
              {call.recordings.map((recording) => (
                <RecordingPlayer key={recording.id} recording={recording} isLazy />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
