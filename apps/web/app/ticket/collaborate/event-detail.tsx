import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { TicketEvent } from '../page/ticket-operations.ts';

/** What a line of the history says beside its words: from when to when something was put off. */
export function EventDetail({ event }: { event: TicketEvent }) {
  const { t } = useTranslation('collaboration');
  const format = useFormat();
  const due = event.changes.find(({ field }) => field === 'dueAt');
  if (typeof due?.from === 'string' && typeof due.to === 'string' && due.from !== due.to) {
    return <> · {t('extension.fromTo', { from: format.moment(due.from), to: format.moment(due.to) })}</>;
  }
  return null;
}
