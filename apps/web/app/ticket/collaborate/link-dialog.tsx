import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import type { TicketActor } from '../act/use-ticket-act.ts';
import type { TicketPageData } from '../page/ticket-operations.ts';
import { useFindOtherTickets } from './use-find-other-tickets.ts';
import { chosenRelations, type ChosenRelation } from './link-relations.ts';

interface LinkDialogProps {
  ticket: TicketPageData;
  act: TicketActor;
  onClose: () => void;
}

/** Asks with which ticket, and how this one stands to it. */
export function LinkDialog({ ticket, act, onClose }: LinkDialogProps) {
  const { t } = useTranslation(['collaboration', 'ticket']);
  const [relation, setRelation] = useState<ChosenRelation>('RELATES_TO');
  const [other, setOther] = useState<PickerChoice | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const findOthers = useFindOtherTickets(ticket.id);
  const link = () => {
    setIsChecked(true);
    if (!other) return;
    act.run(
      { kind: 'linkTickets', input: { ticketId: ticket.id, relation, otherTicketId: other.id } },
      t('told.linked'),
      { onFault: (fault) => setProblem(fault.message), onDone: onClose },
    );
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="link-title">
      <DialogTitle id="link-title">{t('link.dialogTitle', { number: ticket.number })}</DialogTitle>
      <DialogContent className="act-fields">
        <SelectInput
          name="relation"
          label={t('link.relation')}
          isRequired
          value={relation}
          options={chosenRelations.map((value) => ({ value, label: t(`link.is.${value}`) }))}
          onChange={(value) => setRelation(chosenRelations.find((each) => each === value) ?? relation)}
        />
        <PickerInput
          label={t('link.other')}
          isRequired
          hint={t('link.hint')}
          value={other ? [other] : []}
          find={findOthers}
          error={problem ?? (isChecked && !other ? t('link.missing') : undefined)}
          onChange={([choice]) => {
            setProblem(null);
            setOther(choice ?? null);
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ticket:act.back')}</Button>
        <Button variant="contained" color="primary" aria-disabled={act.isRunning} onClick={link}>
          {t('link.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
