import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { TicketActor } from '../../act/use-ticket-act.ts';
import type { TicketPageData } from '../../page/ticket-operations.ts';

/** The tickets that ended in this one, each with the way back while there is one. */
export function MergePanel({ ticket, act }: { ticket: TicketPageData; act: TicketActor }) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const { mergedTickets } = ticket;
  if (mergedTickets.length === 0) return null;
  return (
    <section className="side-section" aria-labelledby="merged">
      <h2 id="merged">
        <span className="spread">
          {t('merge.title')} <span className="count">{mergedTickets.length}</span>
        </span>
      </h2>
      <ul>
        {mergedTickets.map(({ number, title, ticket: merged, mayUndo, undoUntil }) => (
          <li key={number} className="extension-item">
            <p className="side-line">
              {merged ? (
                <Link className="cut spread" to={`/tickets/${number}?itself=1`} title={title}>
                  {title}
                </Link>
              ) : (
                <span className="cut spread">{title}</span>
              )}
              <span className="mono small quiet">{number}</span>
            </p>
            {mayUndo && merged && (
              <p className="small quiet">
                <button
                  type="button"
                  className="link-button"
                  aria-disabled={act.isRunning}
                  onClick={() => act.run({ kind: 'undoMerge', input: { ticketId: merged.id } }, t('told.mergeUndone'))}
                >
                  {t('merge.undo')}
                </button>{' '}
                · {t('merge.undoUntil', { at: format.moment(undoUntil) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
