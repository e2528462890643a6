import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { useTicketAct } from '../../act/use-ticket-act.ts';
import type { TicketEvent, TicketPageData } from '../../page/ticket-operations.ts';

interface SplitDialogProps {
  ticket: TicketPageData;
  event: TicketEvent;
  onClose: () => void;
}

const TITLE_LENGTH = 60;

/** Asks what of a note becomes a ticket of its own. */
export function SplitDialog({ ticket, event, onClose }: SplitDialogProps) {
  const { t } = useTranslation(['collaboration', 'ticket']);
  const act = useTicketAct();
  const [title, setTitle] = useState((event.body ?? '').split('\n')[0]?.slice(0, TITLE_LENGTH) ?? '');
  const [body, setBody] = useState(event.body ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const missing = (text: string) => (isChecked && text.trim() === '' ? t('split.missing') : undefined);
  const split = () => {
    setIsChecked(true);
    if (title.trim() === '' || body.trim() === '') return;
    act.run(
      { kind: 'splitTicket', input: { ticketId: ticket.id, sequence: event.sequence, title, body } },
      t('told.split'),
      { onFault: (fault) => setProblem(fault.message), onDone: onClose },
    );
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="split-title">
      <DialogTitle id="split-title">{t('split.dialogTitle', { number: ticket.number })}</DialogTitle>
      <DialogContent className="act-fields">
        {problem && (
          <p role="alert" className="field-error">
            {problem}
          </p>
        )}
        <TextInput
          name="title"
          label={t('split.name')}
          isRequired
          maxLength={200}
          value={title}
          error={missing(title)}
          onChange={setTitle}
        />
        <TextInput
          name="body"
          label={t('split.body')}
          isRequired
          rows={4}
          maxLength={10_000}
          value={body}
          error={missing(body)}
          onChange={setBody}
        />
        <p className="small quiet">{t('split.what')}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ticket:act.back')}</Button>
        <Button variant="contained" color="primary" aria-disabled={act.isRunning} onClick={split}>
          {t('split.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
