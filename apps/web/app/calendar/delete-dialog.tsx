import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';

interface DeleteDialogProps {
  title: string;
  text: string;
  cancel: string;
  input: Record<string, unknown>;
  onDeleted: () => void;
  onClose: () => void;
}

/** Asks before a record is deleted for good; why it was refused stands in it. */
export function DeleteDialog({ title, text, cancel, input, onDeleted, onClose }: DeleteDialogProps) {
  const { save, fault, isSaving } = useSave(onDeleted);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="delete-title">
      <DialogTitle id="delete-title">{title}</DialogTitle>
      <DialogContent>
        <FaultNote fault={fault} />
        <p>{text}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{cancel}</Button>
        <Button variant="contained" color="error" aria-disabled={isSaving} onClick={() => save('delete', input)}>
          {title}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
