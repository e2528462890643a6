import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketActor } from '../../act/use-ticket-act.ts';
import type { TicketPageData } from '../../page/ticket-operations.ts';
import { ChecklistLine } from './checklist-line.tsx';

const TEXT_LENGTH = 300;

/** What is to be ticked off on this ticket, some of it before its step is submitted. */
export function ChecklistPanel({ ticket, act }: { ticket: TicketPageData; act: TicketActor }) {
  const { t } = useTranslation('collaboration');
  const [text, setText] = useState('');
  const { checklist } = ticket;
  const isOpen = ticket.actions.includes('COMMENT');
  if (!isOpen && checklist.length === 0) return null;
  const done = checklist.filter(({ isDone }) => isDone).length;
  const add = () => {
    if (text.trim() === '') return;
    act.run({ kind: 'addChecklistItem', input: { ticketId: ticket.id, text } }, null, { onDone: () => setText('') });
  };
  return (
    <section className="side-section" aria-labelledby="checklist">
      <h2 id="checklist">
        <span className="spread">
          {t('checklist.title')}{' '}
          {checklist.length > 0 && (
            <span className="count">{t('checklist.count', { done, all: checklist.length })}</span>
          )}
        </span>
      </h2>
      {checklist.length === 0 && <p className="small quiet">{t('checklist.none')}</p>}
      <ul>
        {checklist.map((item, place) => (
          <ChecklistLine
            key={item.id}
            ticketId={ticket.id}
            item={item}
            place={place}
            isLast={place === checklist.length - 1}
            isOpen={isOpen}
            act={act}
          />
        ))}
      </ul>
      {isOpen && (
        <form
          className="checklist-new"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <OutlinedInput
            fullWidth
            size="small"
            value={text}
            placeholder={t('checklist.new')}
            slotProps={{ input: { 'aria-label': t('checklist.new'), maxLength: TEXT_LENGTH } }}
            onChange={({ target }) => setText(target.value)}
          />
          <IconButton
            type="submit"
            aria-label={t('checklist.add')}
            title={t('checklist.add')}
            aria-disabled={act.isRunning || text.trim() === ''}
          >
            <Plus />
          </IconButton>
        </form>
      )}
    </section>
  );
}
