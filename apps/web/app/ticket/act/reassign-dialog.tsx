import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAgents, findReceivers } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { TextInput } from '~/form/text-input.tsx';

interface ReassignDialogProps {
  /** What the colleague is chosen for. */
  words?: 'reassign' | 'countersign';
  count?: number;
  onChoose: (chosen: PickerChoice, reason: string | null) => void;
  onClose: () => void;
}

/** Chooses a colleague, or a group where a step is given away, with a reason if there is one. */
export function ReassignDialog({ words = 'reassign', count = 1, onChoose, onClose }: ReassignDialogProps) {
  const { t } = useTranslation('ticket');
  const [chosen, setChosen] = useState<PickerChoice | null>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const choose = () => {
    if (chosen) onChoose(chosen, reason.trim() || null);
    else setIsMissing(true);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="reassign-title">
      <DialogTitle id="reassign-title">{t(`colleague.${words}.title`, { count })}</DialogTitle>
      <DialogContent className="act-fields">
        <PickerInput
          label={t(`colleague.${words}.to`)}
          isRequired
          value={chosen ? [chosen] : []}
          find={words === 'reassign' ? findReceivers : findAgents}
          error={isMissing && !chosen ? t(`colleague.${words}.missing`) : undefined}
          onChange={([choice]) => setChosen(choice ?? null)}
        />
        <TextInput name="reason" label={t('reason')} value={reason} onChange={setReason} rows={2} maxLength={1000} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('act.back')}</Button>
        <Button variant="contained" color="primary" onClick={choose}>
          {chosen ? t(`colleague.${words}.do`, { name: chosen.label }) : t(`act.${words}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
