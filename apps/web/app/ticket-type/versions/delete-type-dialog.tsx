import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';

interface DeleteTypeDialogProps {
  type: { id: string; name: string; isActive: boolean };
  count: { total: number; open: number };
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks for the number of tickets that lose their type; says what has to be done before. */
export function DeleteTypeDialog({ type, count, onClose, onDeleted }: DeleteTypeDialogProps) {
  const { t } = useTranslation('ticket-type');
  const [typed, setTyped] = useState('');
  const { save, fault, isSaving } = useSave(onDeleted);
  const hindrance = type.isActive
    ? t('delete.disableFirst')
    : count.open > 0
      ? t('delete.openFirst', { count: count.open })
      : null;
  const isConfirmed = typed.trim() === String(count.total);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="delete-type-title">
      <DialogTitle id="delete-type-title">{t('delete.title', { name: type.name })}</DialogTitle>
      <DialogContent className="act-fields">
        <p>{t('delete.text', { count: count.total })}</p>
        {hindrance ? (
          <p role="status" className="admin-fault">
            {hindrance}
          </p>
        ) : (
          <TextInput
            name="confirm"
            label={t('delete.confirm', { count: count.total })}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={setTyped}
          />
        )}
        <FaultNote fault={fault} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('delete.keep')}</Button>
        <Button
          variant="contained"
          color="error"
          disabled={hindrance !== null || !isConfirmed || isSaving}
          onClick={() => save('delete', { typeId: type.id, confirmedTickets: count.total })}
        >
          {t('delete.do', { count: count.total })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
