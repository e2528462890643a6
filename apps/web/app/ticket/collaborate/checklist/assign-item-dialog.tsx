import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAgents } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';

interface AssignItemDialogProps {
  text: string;
  onChoose: (assigneeId: string, onFault: (message: string) => void) => void;
  onClose: () => void;
}

/** Asks who is to do an item of a checklist. */
export function AssignItemDialog({ text, onChoose, onClose }: AssignItemDialogProps) {
  const { t } = useTranslation(['collaboration', 'ticket']);
  const [agent, setAgent] = useState<PickerChoice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = () => (agent ? onChoose(agent.id, setProblem) : setProblem(t('checklist.missing')));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="assign-item-title">
      <DialogTitle id="assign-item-title">{t('checklist.assignTitle', { text })}</DialogTitle>
      <DialogContent className="act-fields">
        <PickerInput
          label={t('checklist.to')}
          isRequired
          value={agent ? [agent] : []}
          find={findAgents}
          error={problem ?? undefined}
          onChange={([choice]) => {
            setProblem(null);
            setAgent(choice ?? null);
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ticket:act.back')}</Button>
        <Button variant="contained" color="primary" onClick={choose}>
          {t('checklist.give')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
