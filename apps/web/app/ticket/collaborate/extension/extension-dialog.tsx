import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { useFormat } from '~/format/format-context.tsx';
import { fromWallTime, toWallTime } from '~/format/wall-time.ts';
import type { Fault } from '~/graphql/mutation-result.ts';
import type { TicketActor } from '../../act/use-ticket-act.ts';
import type { TicketPageData } from '../../page/ticket-operations.ts';

interface ExtensionDialogProps {
  ticket: TicketPageData;
  offer: NonNullable<TicketPageData['extensionOffer']>;
  act: TicketActor;
  onClose: () => void;
}

const DAY_MILLISECONDS = 86_400_000;

/** Asks until when more time is needed, and why. */
export function ExtensionDialog({ ticket, offer, act, onClose }: ExtensionDialogProps) {
  const { t } = useTranslation(['collaboration', 'ticket']);
  const format = useFormat();
  const { timeZone } = format;
  const [dueAt, setDueAt] = useState(() => {
    const from = Math.max(Date.now(), offer.dueAt ? Date.parse(offer.dueAt) : 0);
    return toWallTime(new Date(from + DAY_MILLISECONDS).toISOString(), timeZone);
  });
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const step = ticket.steps.find(({ stepId }) => stepId === offer.stepId);
  const errorAt = (field: string) => fault?.issues.find(({ path }) => path[0] === field)?.message;
  const send = () => {
    setIsChecked(true);
    if (dueAt === '' || reason.trim() === '') return;
    const input = { ticketId: ticket.id, stepId: offer.stepId, dueAt: fromWallTime(dueAt, timeZone), reason };
    act.run({ kind: 'requestExtension', input }, t('told.extensionAsked'), { onFault: setFault, onDone: onClose });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="extension-title">
      <DialogTitle id="extension-title">{t('extension.dialogTitle', { step: step?.name.text ?? '' })}</DialogTitle>
      <DialogContent className="act-fields">
        {fault && fault.issues.length === 0 && (
          <p role="alert" className="field-error">
            {fault.message}
          </p>
        )}
        <TextInput
          name="dueAt"
          type="datetime-local"
          label={t('extension.newDue')}
          isRequired
          hint={offer.dueAt && t('extension.now', { at: format.dateTime(offer.dueAt) })}
          value={dueAt}
          error={isChecked && dueAt === '' ? t('extension.missing') : errorAt('dueAt')}
          onChange={setDueAt}
        />
        <TextInput
          name="reason"
          label={t('ticket:reason')}
          isRequired
          rows={3}
          maxLength={1000}
          value={reason}
          error={isChecked && reason.trim() === '' ? t('ticket:reasonMissing') : errorAt('reason')}
          onChange={setReason}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ticket:act.back')}</Button>
        <Button variant="contained" color="primary" aria-disabled={act.isRunning} onClick={send}>
          {t('extension.send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
