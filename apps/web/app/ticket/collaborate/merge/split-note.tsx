import { Split } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketEvent, TicketPageData } from '../../page/ticket-operations.ts';

const SplitDialog = lazy(() => import('./split-dialog.tsx').then((module) => ({ default: module.SplitDialog })));

/** The way to make a ticket of a note, for whoever may link tickets of this type. */
export function SplitNote({ ticket, event }: { ticket: TicketPageData; event: TicketEvent }) {
  const { t } = useTranslation('collaboration');
  const [isOpen, setIsOpen] = useState(false);
  const mayCreate = ticket.actions.includes('CREATE_SUB_TICKET');
  if (!ticket.mayLink || !mayCreate || ticket.mergedInto) return null;
  return (
    <>
      <button type="button" className="link-button split-note" title={t('split.label')} onClick={() => setIsOpen(true)}>
        <Split size={12} />
        {t('split.do')}
      </button>
      {isOpen && (
        <Suspense>
          <SplitDialog ticket={ticket} event={event} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
