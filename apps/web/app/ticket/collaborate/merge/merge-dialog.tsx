import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { useToast } from '~/shell/toast.tsx';
import type { TicketActor } from '../../act/use-ticket-act.ts';
import type { TicketPageData } from '../../page/ticket-operations.ts';
import { useFindOtherTickets } from '../use-find-other-tickets.ts';

interface MergeDialogProps {
  ticket: TicketPageData;
  act: TicketActor;
  onClose: () => void;
}

/** Asks in which ticket this one is to end, and says what comes along. */
export function MergeDialog({ ticket, act, onClose }: MergeDialogProps) {
  const { t } = useTranslation(['collaboration', 'ticket']);
  const toast = useToast();
  const [into, setInto] = useState<PickerChoice | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const findOthers = useFindOtherTickets(ticket.id);
  const merge = () => {
    setIsChecked(true);
    if (!into) return;
    const undo = () => act.run({ kind: 'undoMerge', input: { ticketId: ticket.id } }, t('told.mergeUndone'));
    act.run({ kind: 'mergeTickets', input: { ticketId: ticket.id, intoTicketId: into.id } }, null, {
      onFault: (fault) => setProblem(fault.message),
      onDone: () => {
        toast(t('told.merged'), undo);
        onClose();
      },
    });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="merge-title">
      <DialogTitle id="merge-title">{t('merge.dialogTitle', { number: ticket.number })}</DialogTitle>
      <DialogContent className="act-fields">
        <PickerInput
          label={t('merge.into')}
          isRequired
          hint={t('link.hint')}
          value={into ? [into] : []}
          find={findOthers}
          error={problem ?? (isChecked && !into ? t('merge.missing') : undefined)}
          onChange={([choice]) => {
            setProblem(null);
            setInto(choice ?? null);
          }}
        />
        <p className="small quiet">{t('merge.what', { number: ticket.number })}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ticket:act.back')}</Button>
        <Button variant="contained" color="primary" aria-disabled={act.isRunning} onClick={merge}>
          {t('merge.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
