import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';

interface ReasonDialogProps {
  title: string;
  /** Names what the button does. */
  doIt: string;
  isDestructive?: boolean;
  isOptional?: boolean;
  /** Where a roll-back can go; the first is the usual one. */
  targets?: readonly { value: string; label: string }[];
  onDo: (reason: string, target: string | null) => void;
  onClose: () => void;
}

/** Asks for the reason of an act, and where it goes if there is a choice. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, doIt, isDestructive = false, isOptional = false, targets = [], onDo, onClose } = props;
  const { t } = useTranslation('ticket');
  const [reason, setReason] = useState('');
  const [target, setTarget] = useState<string | null>(targets[0]?.value ?? null);
  const [isMissing, setIsMissing] = useState(false);
  const act = () => {
    if (reason.trim() === '' && !isOptional) setIsMissing(true);
    else onDo(reason.trim(), target);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="reason-title">
      <DialogTitle id="reason-title">{title}</DialogTitle>
      <DialogContent className="act-fields">
        {targets.length > 0 && (
          <SelectInput
            name="target"
            label={t('rollBack.to')}
            isRequired
            value={target}
            options={targets}
            onChange={setTarget}
          />
        )}
        <TextInput
          name="reason"
          label={t('reason')}
          isRequired={!isOptional}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={1000}
          autoFocus
          error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('act.back')}</Button>
        <Button variant="contained" color={isDestructive ? 'error' : 'primary'} onClick={act}>
          {doIt}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
