import { Link, useSearchParams } from '@remix-run/react';
import { Merge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { TicketActor } from '../../act/use-ticket-act.ts';
import type { TicketPageData } from '../../page/ticket-operations.ts';

/** Says that this ticket ended in another one, or that the reader came here by the number of one that did. */
export function MergeBanner({ ticket, act }: { ticket: TicketPageData; act: TicketActor }) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const [search] = useSearchParams();
  const { mergedInto, split } = ticket;
  const came = ticket.mergedTickets.find(({ number }) => number === search.get('from'));
  const mayUndoSplit = split?.mayUndo === true && !mergedInto;
  if (!mergedInto && !came && !mayUndoSplit) return null;
  return (
    <div className="merge-banner">
      <Merge size={14} />
      <span className="spread">
        {mergedInto && (
          <>
            {t('merge.ended')}{' '}
            {mergedInto.into && (
              <Link to={`/tickets/${mergedInto.into.number}`}>
                {mergedInto.into.number} {mergedInto.into.title}
              </Link>
            )}
          </>
        )}
        {came && (
          <>
            {t('merge.came', { number: came.number })}{' '}
            {came.ticket && (
              <Link to={`/tickets/${came.number}?itself=1`}>{t('merge.seeItself', { number: came.number })}</Link>
            )}
          </>
        )}
        {mayUndoSplit && t('merge.undoUntil', { at: format.moment(split.undoUntil) })}
      </span>
      {came?.mayUndo && came.ticket && <UndoMerge ticketId={came.ticket.id} until={came.undoUntil} act={act} />}
      {mergedInto?.mayUndo && <UndoMerge ticketId={ticket.id} until={mergedInto.undoUntil} act={act} />}
      {mayUndoSplit && (
        <button
          type="button"
          className="link-button"
          aria-disabled={act.isRunning}
          onClick={() => act.run({ kind: 'undoSplit', input: { ticketId: ticket.id } }, t('told.splitUndone'))}
        >
          {t('split.undo')}
        </button>
      )}
    </div>
  );
}

function UndoMerge({ ticketId, until, act }: { ticketId: string; until: string; act: TicketActor }) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  return (
    <button
      type="button"
      className="link-button"
      title={t('merge.undoUntil', { at: format.moment(until) })}
      aria-disabled={act.isRunning}
      onClick={() => act.run({ kind: 'undoMerge', input: { ticketId } }, t('told.mergeUndone'))}
    >
      {t('merge.undo')}
    </button>
  );
}
