import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TicketActor } from '../act/use-ticket-act.ts';
import type { TicketPageData } from '../page/ticket-operations.ts';

/** Who hears of this ticket, and the way to hear of it too. */
export function WatchPanel({ ticket, act }: { ticket: TicketPageData; act: TicketActor }) {
  const { t } = useTranslation(['collaboration', 'ticket']);
  const { watchers, isWatching } = ticket;
  const change = () =>
    act.run(
      { kind: isWatching ? 'unwatchTicket' : 'watchTicket', input: { ticketId: ticket.id } },
      t(isWatching ? 'told.notWatching' : 'told.watching'),
    );
  return (
    <section className="side-section" aria-labelledby="watchers">
      <h2 id="watchers">
        <span className="spread">
          {t('watch.title')} {watchers.length > 0 && <span className="count">{watchers.length}</span>}
        </span>
        <button type="button" className="link-button small" aria-disabled={act.isRunning} onClick={change}>
          {isWatching ? <EyeOff size={14} /> : <Eye size={14} />}
          {t(isWatching ? 'watch.stop' : 'watch.do')}
        </button>
      </h2>
      {watchers.length === 0 ? (
        <p className="small quiet">{t('watch.none')}</p>
      ) : (
        <p>{watchers.map(({ name }) => name).join(t('ticket:comma'))}</p>
      )}
    </section>
  );
}
